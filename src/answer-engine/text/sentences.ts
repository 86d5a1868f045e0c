const abbreviations =
  /(?:^|[\s(„"–-])(?:z|B|d|h|u|a|e|V|i|o|s|S|v|g|Dr|Prof|Nr|Str|St|Abs|Art|bzw|ca|etc|evtl|ggf|inkl|max|min|Mio|Mrd|Tel|usw|vgl|Hr|Fr|Ing|Dipl|geb|gegr|sog|zzgl|Std|Ltd|Jh|mind|allg|öff|städt|ev|kath)\.$/;
const ordinalFollowers =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Klasse|Staffel|Etage|Stock|Obergeschoss|Lebensjahr|Platz|Auflage|Änderung|Wahl|\d)/;

/** Splits running German text into sentences; abbreviations, ordinals and dates do not end one. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const paragraph of text.split(/\n+/)) {
    let open = '';
    for (const piece of paragraph.trim().split(/(?<=[.!?…]["“”»)]?)\s+/)) {
      if (open && !endsSentence(open, piece)) open += ` ${piece}`;
      else {
        if (open) sentences.push(open);
        open = piece;
      }
    }
    if (open) sentences.push(open);
  }
  return sentences;
}

function endsSentence(before: string, after: string): boolean {
  if (/^\p{Ll}/u.test(after)) return false;
  if (abbreviations.test(before))
    return /\be\. V\.$/.test(before) && /^(?:Der|Die|Das|Er|Sie|Es|In|Im)\b/.test(after);
  return !(/(?:^|[^\d.,])\d{1,2}\.$/.test(before) && ordinalFollowers.test(after));
}
