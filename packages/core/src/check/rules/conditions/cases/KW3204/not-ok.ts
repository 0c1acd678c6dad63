import { command } from '@kitewright/core'

const on = (regex: string) => [command({ command: 'a', if: `build.branch =~ ${regex}` })]

export default {
  'another flag': on('/a/g'),
  'another flag beside the one that exists': on('/a/im'),
  'a look behind': on('/(?<=a)b/'),
  'a look behind for something else': on('/(?<!a)b/'),
  'an atomic group': on('/(?>a)b/'),
  'a group with a name': on('/(?<name>a)/'),
  'a group with a name in the words of Python': on('/(?P<name>a)/'),
  'a group with a name in quotes': on("/(?'name'a)/"),
  'a condition': on('/(a)(?(1)b|c)/'),
  'another group': on('/(?~a)/'),
  'a possessive star': on('/a*+/'),
  'a possessive plus': on('/a++/'),
  'a possessive question mark': on('/a?+/'),
  'a possessive number': on('/a{2}+/'),
  'two stars': on('/a**/'),
  'nothing to repeat': on('/*a/'),
  'nothing to repeat in a group': on('/(+a)/'),
  'a group that is not closed': on('/(a/'),
  'a group that is not open': on('/a)/'),
  'a class that is not closed': on('/[a/'),
  'a class that does not exist': on('/[[:digits:]]/'),
  'a range the wrong way round': on('/[z-a]/'),
  'a comment that is not closed': on('/a(?#b/'),
}
