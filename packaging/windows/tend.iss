; Inno Setup: an installer for one person, who needs no administrator.
;   make package        (which writes the version beside what it built)
;   iscc packaging\windows\tend.iss
#define VersionFile FileOpen(AddBackslash(SourcePath) + "..\..\build\package\version")
#define Version Trim(FileRead(VersionFile))
#expr FileClose(VersionFile)

[Setup]
AppId={{6E1B0C52-6C0A-4B0E-9C0B-7D1F0A5E2C41}
AppName=Tend
AppVersion={#Version}
AppPublisher=The Tend authors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Tend
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\package\icons\tend.ico
UninstallDisplayIcon={app}\Tend Journal.exe
OutputDir=..\..\build\package
OutputBaseFilename=Tend-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.CommandLine=Let terminals find the command "tend"
de.CommandLine=Den Befehl "tend" in Eingabeaufforderungen finden lassen

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "path"; Description: "{cm:CommandLine}"; Flags: unchecked

[InstallDelete]
; An older version's parts must not be imported by a newer one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\package\tend\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Tend"; Filename: "{app}\Tend Journal.exe"; AppUserModelID: "org.tend_journal.Tend"
Name: "{autodesktop}\Tend"; Filename: "{app}\Tend Journal.exe"; AppUserModelID: "org.tend_journal.Tend"; Tasks: desktopicon

[Registry]
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotOnPath
; The program writes this one itself, when it is asked to start at login.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "tend"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\Tend Journal.exe"; Description: "{cm:LaunchProgram,Tend}"; Flags: nowait postinstall skipifsilent

; The journal lies in the person's own data folder: taking the program away never touches it.

[Code]
function NotOnPath(): Boolean;
var
  Found: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Found) then
    Found := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Found) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Found, Ours: string;
  Place: Integer;
begin
  if Step <> usPostUninstall then
    exit;
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Found) then
    exit;
  Ours := ';' + ExpandConstant('{app}');
  Place := Pos(Uppercase(Ours), Uppercase(Found));
  if Place > 0 then
  begin
    Delete(Found, Place, Length(Ours));
    RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Found);
  end;
end;
