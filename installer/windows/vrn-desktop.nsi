; VRN Desktop for Windows, for one user, without administrator's rights. makensis takes:
;   -DVERSION=0.1.0 -DFOUR_NUMBERS=0.1.0.0 -DBUILT=folder-of-the-build -DOUTPUT=setup.exe
; setup.exe /S installs without a question (mass deployment), /D=C:\place chooses the folder.
; uninstall.exe /S never touches data. uninstall.exe /S /REMOVEDATA=YES removes it too, and cannot be undone.
Unicode true
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh

!define APP "VRN Desktop"
!define PROGRAM "vrn-desktop.exe"
!define DATA "$LOCALAPPDATA\VRN Desktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\VRN Desktop"
!define OURS "Software\VRN Desktop"

Name "${APP}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "${OURS}" "InstallDir"
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS all
VIProductVersion "${FOUR_NUMBERS}"
VIAddVersionKey ProductName "${APP}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${APP} setup"
VIAddVersionKey CompanyName "The VRN Desktop makers"
VIAddVersionKey LegalCopyright "Licences: see the folder documents"

!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var RemoveData

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "VRN Desktop needs 64-bit Windows 10 (1809) or newer." /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
FunctionEnd

; A running program holds its own file, so writing it shows whether somebody still works.
!macro RequireClosed
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "VRN Desktop is open. Please close it, then try again. Nothing was changed." /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "VRN Desktop"
  !insertmacro RequireClosed
  ; Libraries of two versions must never lie mixed. Only this folder of the program is emptied.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\documents"
  SetOutPath "$INSTDIR"
  File /r "${BUILT}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${OURS}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The VRN Desktop makers"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Function un.onInit
  StrCpy $RemoveData "no"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/REMOVEDATA=" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 == "YES"
    StrCpy $RemoveData "yes"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro RequireClosed
  Delete "$SMPROGRAMS\${APP}.lnk"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\documents"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${OURS}"
  ; With a window this is asked twice, and "No" is what a hurried key press gives.
  ${IfNot} ${Silent}
    MessageBox MB_YESNO|MB_ICONQUESTION "The program is removed. Keep everything the team has written? Choose No only to delete it." /SD IDYES IDYES keep
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Delete every conversation, letter and backup in ${DATA}? This cannot be undone." /SD IDNO IDNO keep
    StrCpy $RemoveData "yes"
  ${EndIf}
  ${If} $RemoveData == "yes"
    RMDir /r "${DATA}"
  ${EndIf}
  keep:
SectionEnd
