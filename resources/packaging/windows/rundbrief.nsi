; The installer for Windows: for the user who runs it, without an administrator.
; makensis -DVERSION=0.1.0 -DFOLDER=… -DICON=… -DOUT=… rundbrief.nsi
; /S installs silently; Uninstall.exe /S takes away silently.

Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Rundbrief"
!define CLASS "Rundbrief.Markdown"

Name "Rundbrief"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Rundbrief"
InstallDirRegKey HKCU "Software\Rundbrief" "Folder"
BrandingText "Rundbrief ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Rundbrief"
VIAddVersionKey FileDescription "Rundbrief"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey LegalCopyright "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\rundbrief-window.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString RUNNING ${LANG_ENGLISH} "Rundbrief is open. Close it, then try again."
LangString RUNNING ${LANG_GERMAN} "Rundbrief ist offen. Schließen Sie es und versuchen Sie es noch einmal."
LangString MARKDOWN ${LANG_ENGLISH} "Markdown text"
LangString MARKDOWN ${LANG_GERMAN} "Markdown-Text"

; A program that runs cannot be written: then nothing of it is touched.
!macro LeaveIfRunning
  ${If} ${FileExists} "$INSTDIR\rundbrief-window.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\rundbrief-window.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      SetErrorLevel 2
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; Takes away what was installed, and nothing that somebody has put beside it.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\rundbrief.exe"
  Delete "$INSTDIR\rundbrief-window.exe"
!macroend

Section
  !insertmacro LeaveIfRunning
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}/*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  WriteRegStr HKCU "Software\Rundbrief" "Folder" "$INSTDIR"

  CreateShortCut "$SMPROGRAMS\Rundbrief.lnk" "$INSTDIR\rundbrief-window.exe"

  ; "open with" for Markdown; which program opens it by a double click is left as it is
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "$(MARKDOWN)"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\rundbrief-window.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\rundbrief-window.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.md\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "Software\Classes\.markdown\OpenWithProgids" "${CLASS}" ""

  WriteRegStr HKCU "Software\Classes\rundbrief" "" "URL:Rundbrief"
  WriteRegStr HKCU "Software\Classes\rundbrief" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\rundbrief\shell\open\command" "" '"$INSTDIR\rundbrief-window.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "Rundbrief"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\rundbrief-window.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "The Rundbrief founders"
  WriteRegStr HKCU "${KEY}" "URLInfoAbout" "https://github.com/rundbrief/rundbrief"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  !insertmacro LeaveIfRunning
  !insertmacro RemoveProgram
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Rundbrief.lnk"
  DeleteRegValue HKCU "Software\Classes\.md\OpenWithProgids" "${CLASS}"
  DeleteRegValue HKCU "Software\Classes\.markdown\OpenWithProgids" "${CLASS}"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "Software\Classes\rundbrief"
  DeleteRegKey HKCU "Software\Rundbrief"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
