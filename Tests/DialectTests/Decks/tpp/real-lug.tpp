--author Sven Keller <sven@example.org>
--title screen(1) for the impatient
--date today
--newpage what
--heading What is screen?

  * a window manager for text
---
  * it keeps running when you log out
---
  * it is older than some of you
--newpage start
--heading Starting it

--beginshelloutput
$ screen -S work
$ screen -ls
There is a screen on:
        1234.work       (Attached)
--endshelloutput
--newpage keys
--heading The keys

  C-a c     new window
  C-a n     next window
  C-a d     detach
---

--center everything starts with C-a
--newpage rc
--heading .screenrc

--beginoutput
startup_message off
hardstatus alwayslastline
--endoutput
--newpage demo
--heading Demo
--exec true
--center watch me fail
--newpage end
--heading Questions?

--center sven@example.org
