@echo off
rem Starts musicgen with the Java of JAVA_HOME or, where that is not set, the one on the PATH.
setlocal
set "MUSICGEN_JAVA=java.exe"
if not defined JAVA_HOME for %%J in (java.exe) do if "%%~$PATH:J"=="" goto missing
if not defined JAVA_HOME goto start
set "MUSICGEN_JAVA=%JAVA_HOME:"=%\bin\java.exe"
if not exist "%MUSICGEN_JAVA%" goto missing

:start
rem The export lets WAV files be made with the JDK's own synthesizer and a SoundFont.
"%MUSICGEN_JAVA%" --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED ^
    -cp "%~dp0..\lib\*" io.github.musicgen.examples.cli.MusicgenCommand %*
exit /b %ERRORLEVEL%

:missing
echo musicgen needs Java 17 or later, but there is no "%MUSICGEN_JAVA%": install it, or set JAVA_HOME>&2
exit /b 127
