#!/usr/bin/env bash
# Put Tend.app into a disk image; sign and notarise it where the names for that are given.
#   TEND_SIGN_AS="Developer ID Application: ..."   the identity, also read by `make package`
#   TEND_NOTARY_PROFILE=...                        a profile kept by `xcrun notarytool store-credentials`
set -euo pipefail
cd "$(dirname "$0")/../.."
out=build/package
app=$out/Tend.app
[ -d "$app" ] || { echo "First: make package" >&2; exit 1; }
version=$(/usr/libexec/PlistBuddy -c 'Print CFBundleShortVersionString' "$app/Contents/Info.plist")
image=$out/Tend-$version.dmg
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
if [ -n "${TEND_SIGN_AS:-}" ]; then
    codesign --force --deep --timestamp --options runtime \
        --entitlements packaging/macos/entitlements.plist --sign "$TEND_SIGN_AS" "$app"
    codesign --verify --deep --strict "$app"
fi
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname Tend -srcfolder "$stage" -format UDZO "$image"
if [ -n "${TEND_SIGN_AS:-}" ]; then
    codesign --timestamp --sign "$TEND_SIGN_AS" "$image"
fi
if [ -n "${TEND_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$TEND_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
