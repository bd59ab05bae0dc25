// libyaml, the parser of front matter; linked by the room Decks.
#include <yaml.h>
