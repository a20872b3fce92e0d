; Stands in for the program where Windows is not at hand: says where it was started, with what.
Target amd64-unicode
Unicode true
SilentInstall silent
RequestExecutionLevel user
OutFile "${OUT}"
!include FileFunc.nsh
Section
  ${GetParameters} $1
  FileOpen $0 "$EXEDIR\started.txt" w
  FileWrite $0 "$1"
  FileClose $0
SectionEnd
