--title Regular Expressions
--author Dept. of Computer Science
--date today
--bgcolor white
--fgcolor black
--newpage
--heading Outline
1. Characters
2. Classes
3. Repetition
--newpage
--heading Characters
a matches a
---
. matches anything
--newpage
--heading Classes
--beginoutput
[abc]   one of three
[^abc]  none of them
--endoutput
---
--boldon
Careful with the dash: [a-z]
--boldoff
--newpage
--heading Repetition
*  zero or more
---
+  one or more
---
?  perhaps one
--newpage
--heading Exercise
--beginslideleft
Write a pattern for dates.
--endslideleft
--newpage
--center The end
