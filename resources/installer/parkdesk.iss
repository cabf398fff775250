; Windows installer for the folder that PyInstaller makes: iscc resources\installer\parkdesk.iss

#define Version "0.1.0"
#define Root "..\.."

[Setup]
AppId={{6D3B5F0E-5B0C-4E64-9B38-2A0F6C1D7E41}
AppName=ParkDesk
AppVersion={#Version}
AppVerName=ParkDesk {#Version}
AppPublisher=ParkDesk maintainers
VersionInfoVersion={#Version}
LicenseFile={#Root}\LICENSE
SetupIconFile=parkdesk.ico
UninstallDisplayIcon={app}\parkdesk.exe
DefaultDirName={autopf}\ParkDesk
DefaultGroupName=ParkDesk
DisableProgramGroupPage=yes
; A desk clerk can install it alone; an administrator can choose all users in the first dialog.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
; The desk holds its data folder while it runs; replacing files below it would end a shift.
CloseApplications=yes
RestartApplications=no
OutputDir={#Root}\dist
OutputBaseFilename=ParkDesk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.DemoShortcut=ParkDesk demo
de.DemoShortcut=ParkDesk mit Beispieldaten

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; A file that an older release had and this one has not would otherwise stay and be loaded.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\dist\parkdesk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\ParkDesk"; Filename: "{app}\parkdesk.exe"
Name: "{autoprograms}\{cm:DemoShortcut}"; Filename: "{app}\parkdesk.exe"; Parameters: "--demo"
Name: "{autodesktop}\ParkDesk"; Filename: "{app}\parkdesk.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\parkdesk.exe"; Description: "{cm:LaunchProgram,ParkDesk}"; Flags: nowait postinstall skipifsilent

; The data folder is the owner's: uninstalling the program leaves bookings and journal where they are.
