/** What tells artworks of one colour and noun apart, with what it adds to the tags. */
export interface Qualifier {
	text: string;
	tags: readonly string[];
}

const times: readonly (readonly [text: string, ...tags: string[]])[] = [
	['at Dawn', 'dawn', 'morning'],
	['at Daybreak', 'dawn'],
	['at Noon', 'noon', 'bright'],
	['at Four O’Clock', 'afternoon'],
	['at Dusk', 'dusk', 'evening'],
	['at Nightfall', 'night', 'evening'],
	['by Moonlight', 'moon', 'night'],
	['by Starlight', 'stars', 'night'],
	['by Candlelight', 'candlelight', 'night'],
	['by Lamplight', 'evening'],
	['in the Small Hours', 'night'],
	['on a Sunday', 'quiet'],
	['in January', 'winter'],
	['in March', 'spring'],
	['in May', 'spring'],
	['in July', 'summer'],
	['in August', 'summer'],
	['in October', 'autumn'],
	['in November', 'autumn'],
	['in December', 'winter'],
	['in First Snow', 'snow', 'winter'],
	['after Snow', 'snow', 'winter'],
	['in Rain', 'rain'],
	['after Rain', 'rain'],
	['before the Storm', 'storm'],
	['after the Storm', 'storm'],
	['in Fog', 'fog'],
	['in Mist', 'fog'],
	['in High Wind', 'wind'],
	['in Still Air', 'quiet'],
	['in Late Sun', 'sunset', 'evening'],
	['in Full Sun', 'summer', 'bright'],
	['in Half Light', 'dusk'],
	['under Clouds', 'clouds'],
	['under a Comet', 'stars'],
	['at Low Tide', 'sea', 'tide'],
	['at High Tide', 'sea', 'tide'],
	['by the Sea', 'sea'],
	['by the River', 'river'],
	['by the Window', 'window light'],
	['in the Orchard', 'garden'],
	['in the Garden', 'garden'],
	['in the Woods', 'forest'],
	['on the Moor', 'moor'],
	['for Two', 'pair'],
	['for an Empty Wall', 'minimal'],
	['for a Long Hall', 'large'],
	['in Miniature', 'small'],
	['in Three Parts', 'series'],
	['Revisited', 'series'],
];

// Towns of nowhere in particular, so that none is claimed to look like this.
const places =
	'Alder,Ardmoor,Ashcombe,Baymouth,Bellweir,Birchholm,Blackwater,Brackenridge,Calder,Cliffend,Coldharbour,Cranleigh,Dunmore,Eastmere,Elmstead,Fairhaven,Fennick,Foxhollow,Glenmoor,Greywick,Halcyon,Harrow,Hazelmere,Heron Point,Highcroft,Inverlay,Kestrel Bay,Kingsfold,Larkspur,Linden,Lowmarsh,Marlow Sound,Merrow,Millbrook,Northcliff,Oakhurst,Otterburn,Penrose,Pinewold,Quarry Bank,Ravenhall,Redcastle,Rowan,Saltmarsh,Seaton,Silverdale,Stonehaven,Swallowfield,Tarn,Thistledown,Thornby,Tidewell,Upland,Vale,Wavering,Westmere,Whitby Head,Willowmere,Winterfold,Yarrow'.split(
		',',
	);

export const qualifiers: readonly Qualifier[] = [
	...times.map(([text, ...tags]) => ({ text, tags })),
	...places.map((place) => ({ text: `of ${place}`, tags: [] })),
	...Array.from({ length: 40 }, (_, i) => ({ text: `No. ${i + 1}`, tags: ['series'] })),
];
