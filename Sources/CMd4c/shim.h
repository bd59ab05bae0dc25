// md4c, the Markdown parser; linked by the room Markup.
#include <md4c.h>
