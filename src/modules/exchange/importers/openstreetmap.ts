/** Tags of OpenStreetMap that name a kind of ours. */
const OSM_KINDS: Readonly<Record<string, string>> = {
  'amenity=townhall': 'rathaus',
  'office=government': 'behoerde',
  'amenity=police': 'polizei',
  'amenity=fire_station': 'feuerwehr',
  'tourism=museum': 'museum',
  'amenity=library': 'bibliothek',
  'amenity=place_of_worship': 'kirche',
  'historic=memorial': 'denkmal',
  'amenity=kindergarten': 'kita',
  'amenity=school': 'schule',
  'amenity=doctors': 'arzt',
  'amenity=pharmacy': 'apotheke',
  'amenity=hospital': 'krankenhaus',
  'amenity=nursing_home': 'pflege',
  'leisure=pitch': 'sportplatz',
  'leisure=sports_centre': 'sporthalle',
  'leisure=swimming_pool': 'bad',
  'leisure=playground': 'spielplatz',
  'shop=supermarket': 'lebensmittel',
  'shop=bakery': 'baeckerei',
  'shop=farm': 'hofladen',
  'amenity=cafe': 'cafe',
  'amenity=restaurant': 'restaurant',
  'amenity=fast_food': 'imbiss',
  'tourism=hotel': 'hotel',
  'tourism=apartment': 'ferienwohnung',
  'tourism=camp_site': 'camping',
  'railway=station': 'bahnhof',
  'highway=bus_stop': 'haltestelle',
  'amenity=parking': 'parkplatz',
  'amenity=charging_station': 'ladestation',
  'amenity=recycling': 'container',
  'amenity=toilets': 'toilette',
  'amenity=drinking_water': 'trinkwasser',
  'amenity=bank': 'bank',
  'amenity=post_office': 'post',
};

/** The kind that tags of OpenStreetMap say, if they say one. */
export function categoryOfTags(tags: Readonly<Record<string, unknown>>): string | null {
  for (const [tag, category] of Object.entries(OSM_KINDS)) {
    const [key, value] = tag.split('=') as [string, string];
    if (tags[key] === value) return category;
  }
  return typeof tags.shop === 'string' ? 'laden' : null;
}

/** Facts of accessibility and the tags that say them. */
const ACCESS: Readonly<Record<string, string>> = {
  'wheelchair=yes': 'step-free',
  'highway=elevator': 'lift',
  'toilets:wheelchair=yes': 'toilet',
  'hearing_loop=yes': 'induction-loop',
  'capacity:disabled=yes': 'parking',
  'dog=assistance': 'guide-dog',
};

/** The facts of accessibility that tags of OpenStreetMap say; what they do not say is unknown. */
export function accessOfTags(tags: Readonly<Record<string, unknown>>): string[] {
  const facts = Object.entries(ACCESS).filter(([tag]) => {
    const [key, value] = tag.split('=') as [string, string];
    return tags[key] === value;
  });
  const reserved = Number(tags['capacity:disabled']) > 0 ? ['parking'] : [];
  return [...new Set([...facts.map(([, fact]) => fact), ...reserved])];
}
