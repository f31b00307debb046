#!/usr/bin/env bash
# Lay out the AppDir and, where appimagetool is on PATH, make one file of it.
#   TEND_WITH_SYSTEM_LIBRARIES=1 make package && packaging/appimage/build.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
id=org.tend_journal.Tend
out=build/package
dir=$out/Tend.AppDir
[ -x "$out/tend/tend" ] || { echo "First: TEND_WITH_SYSTEM_LIBRARIES=1 make package" >&2; exit 1; }
rm -rf "$dir"
mkdir -p "$dir/usr/lib" "$dir/usr/share/applications" "$dir/usr/share/metainfo"
cp -a "$out/tend" "$dir/usr/lib/tend"
cp "packaging/linux/$id.desktop" "$dir/usr/share/applications/"
cp "packaging/linux/$id.metainfo.xml" "$dir/usr/share/metainfo/$id.appdata.xml"
cp "packaging/linux/$id.desktop" "$dir/"
cp "$out/icons/tend-256.png" "$dir/$id.png"
ln -s "$id.png" "$dir/.DirIcon"
ln -s usr/lib/tend/tend "$dir/AppRun"
if command -v appimagetool >/dev/null; then
    version=$(python3 -c 'import tomllib; print(tomllib.load(open("pyproject.toml","rb"))["project"]["version"])')
    VERSION=$version appimagetool "$dir" "$out/Tend-$version-$(uname -m).AppImage"
else
    echo "$dir is ready; appimagetool is not on PATH, so no AppImage was made of it."
fi
