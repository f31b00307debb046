"""What Windows shows of the program under Properties."""

from pathlib import Path

_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The Tend authors"),
      StringStruct("FileDescription", "Tend"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "tend"),
      StringStruct("LegalCopyright", "The Tend authors, MIT licence"),
      StringStruct("OriginalFilename", "tend.exe"),
      StringStruct("ProductName", "Tend"),
      StringStruct("ProductVersion", "{version}")])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])])
  ]
)
"""


def version_text(version: str) -> str:
    """The version as PyInstaller's own notation for it."""
    numbers = tuple(int(part) for part in version.split(".")[:3])
    return _TEMPLATE.format(numbers=(*numbers, 0), version=version)


def write_version_file(target: Path, version: str) -> None:
    """Write it where the recipe looks for it."""
    target.write_text(version_text(version), "utf-8")
