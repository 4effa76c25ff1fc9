# Is the answer ($answer) what the schema (the input) says?  Prints what is
# not: unknown or missing keys, and values of another type.
def kind: if type == "number" and . == floor then "integer" else type end;
def types: ([.type // empty] | flatten) + [(.anyOf // .oneOf // [])[] | .type] | flatten;
def against($schema; $path):
  . as $value
  | ($schema | types) as $types
  | if ($types | length) > 0 and ([$value | kind, type] | any(. as $t | $types | index($t)) | not)
    then "\($path): \($value | kind), not \($types | join(" or "))"
    elif type == "object" and $schema.properties then
      (keys_unsorted - ($schema.properties | keys) | map("\($path).\(.): not in the schema")[]),
      (($schema.required // []) - keys_unsorted | map("\($path).\(.): missing")[]),
      (to_entries[] | select($schema.properties[.key]) | . as $e
        | $e.value | against($schema.properties[$e.key]; "\($path).\($e.key)"))
    elif type == "array" and $schema.items then
      (to_entries[0:50][] | . as $e | $e.value | against($schema.items; "\($path)[]"))
    else empty end;
. as $schema | $answer[0] | against($schema; "answer")
