--## this comment mentions the secret marmot
--author Ulrike Brandt
--title Text mode forever
--date today %Y-%m-%d
--bgcolor black
--fgcolor white
--header University of Nowhere
--footer Text mode forever, 2026
--newpage intro
--heading Why text?

  * it is small
---
  * it is fast
---
  * it is honest
--newpage alignment
--heading Alignment

An ordinary line of text
--center A centred line of text
--right A line on the right
---
--horline

A line under the rule
--newpage attributes
--heading Attributes

--boldon
this is bold
--boldoff
---
--ulon
this is underlined
--uloff
---
--revon
this is reversed
--revoff
--newpage colours
--heading Colours

--color red
red alert
--color green
green light
--color white
plain again
--## a second comment, about the badger
--newpage output
--heading Program output

--beginoutput
$ uname
Linux
--- not a command any more? it is: three dashes always wait
--endoutput
--newpage shell
--heading A shell session

--beginshelloutput
$ ls /etc/hosts
/etc/hosts
% echo csh prompt
csh prompt
# id -u
0
--endshelloutput
---
Text after the session
--newpage slides
--heading Sliding text

--beginslideleft
came from the left
--endslideleft
---
--beginslideright
came from the right
--endslideright
---
--beginslidetop
came from the top
--endslidetop
---
--beginslidebottom
came from below
--endslidebottom
--newpage huge
--heading Huge letters

--sethugefont standard
--huge BIG
--sleep 1
after a short sleep
--newpage border
--withborder
--heading With a border

inside the border
---
--newpage exec
--heading Running programs

--exec true
text around the command
--newpage include
--heading An included file

--include-file snippet.txt
below the included file
--newpage
--heading Wide characters

 漢字 and 한국어 and 🎩
    indentation    is    kept
* a list that is only text
1. and a number
--newpage picture
--heading Pictures need a viewer

--exec true pics/diagram.png
A long line that goes on and on so that every terminal narrower than this sentence has to break it somewhere between two words.
--newpage end
--center Thank you!
---
--center Questions?
