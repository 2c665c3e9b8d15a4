@echo off
rem Starts musicgen with the Java of JAVA_HOME or, where that is not set, the one on the PATH.
setlocal
set "MUSICGEN_JAVA=java"
if defined JAVA_HOME set "MUSICGEN_JAVA=%JAVA_HOME%\bin\java.exe"

rem The export lets WAV files be made with the JDK's own synthesizer and a SoundFont.
"%MUSICGEN_JAVA%" --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED ^
    -cp "%~dp0..\lib\*" io.github.musicgen.examples.cli.MusicgenCommand %*
exit /b %ERRORLEVEL%
