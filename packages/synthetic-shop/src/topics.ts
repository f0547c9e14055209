/** The kinds of pictures there are, as the seed catalogue tags them: a topic shares the pictures of its family. */
export type Family = 'vase' | 'hills' | 'contour' | 'leaves' | 'silk' | 'blob';

export interface Topic {
	name: string;
	family: Family;
	/** On each of its artworks. */
	tags: readonly string[];
	/** No noun is of two topics. */
	nouns: readonly string[];
	openings: readonly string[];
	/** The median, in USD minor units. */
	price: number;
	/** How many of each 64 artworks. */
	share: number;
}

const topic = (
	name: string,
	family: Family,
	share: number,
	price: number,
	tags: string,
	nouns: string,
	openings: readonly string[],
): Topic => ({ name, family, share, price, tags: tags.split(','), nouns: nouns.split(','), openings });

export const topics: readonly Topic[] = [
	topic(
		'stoneware',
		'vase',
		5,
		3900,
		'ceramics,vase,stoneware',
		'Moon Jar,Bottle,Flask,Beaker,Pitcher,Storage Jar,Tea Bowl,Urn,Crock,Jug,Carafe,Canister',
		[
			'A {noun} in stoneware, thrown thick and turned thin at the foot.',
			'The {noun} stands a little to the left, as if it had just been put down.',
			'One {noun}, one lamp, one shadow on the table.',
		],
	),
	topic(
		'porcelain',
		'vase',
		4,
		6400,
		'ceramics,vase,porcelain',
		'Amphora,Gourd Vase,Lidded Jar,Bud Vase,Ewer,Tureen,Censer,Goblet,Chalice,Teapot,Brush Pot,Saucer',
		[
			'Porcelain as thin as a shell: a {noun} that lets some of the light through.',
			'A {noun} with the blue shadow that only porcelain has.',
			'The rim of the {noun} was cut while the clay was leather hard.',
		],
	),
	topic(
		'kintsugi',
		'vase',
		2,
		9800,
		'ceramics,kintsugi,repair',
		'Mended Bowl,Mended Jar,Golden Seam,Broken Cup,Joined Shards,Healed Vase,Gilded Crack,Second Life',
		[
			'It broke, and gold put it together again: {noun}, with every seam left to be seen.',
			'The gold wanders from lip to foot and forgives nothing.',
		],
	),
	topic(
		'glassware',
		'vase',
		2,
		4400,
		'glass,vase,transparent',
		'Decanter,Tumbler,Bell Jar,Glass Float,Vial,Lantern,Prism,Glass Bowl,Demijohn,Goblet Pair',
		[
			'Blown in one breath: a {noun} with a bubble left in the wall.',
			'Light goes into the {noun} white and comes out another colour.',
		],
	),
	topic(
		'mountains',
		'hills',
		5,
		2400,
		'landscape,mountains',
		'Ridges,Summits,Ranges,Peaks,Passes,Foothills,Crags,Cornices,Massifs,Watersheds,High Plateaus,Scree Slopes',
		[
			'{noun} behind {noun}, each paler than the one before.',
			'The {noun} were cut from paper and stacked until the air came between them.',
			'Fir trees stand on the nearest of the {noun}, too dark to count.',
		],
	),
	topic(
		'desert',
		'hills',
		3,
		2200,
		'landscape,desert',
		'Dunes,Mesas,Wadis,Sandstones,Salt Flats,Oases,Badlands,Arroyos,Dry Lakes,Rock Arches',
		[
			'The {noun} have one line each, and the wind has drawn it.',
			'Heat stands over the {noun} and bends what is behind.',
		],
	),
	topic(
		'coast',
		'hills',
		4,
		2900,
		'landscape,water,coast',
		'Headland,Cove,Lagoon,Estuary,Harbour,Sandbank,Lighthouse,Breakwater,Skerry,Tidal Pool,Pier,Long Beach',
		[
			'The {noun} lies flat under a sky twice its height.',
			'Water on three sides of the {noun}, and a path of light on one.',
		],
	),
	topic(
		'woodland',
		'hills',
		3,
		2600,
		'landscape,forest,trees',
		'Pines,Birches,Clearing,Copse,Avenue of Oaks,Spruce Lake,Undergrowth,Canopy,Treeline,Old Growth',
		['Row after row of {noun} comes out of the haze.', 'Between the {noun} a path begins and is given up.'],
	),
	topic(
		'night sky',
		'hills',
		3,
		3100,
		'sky,night,stars',
		'Constellation,Full Moon,Eclipse,Meteor Shower,Aurora,Milky Way,Crescent,Evening Star,Zodiac,Observatory',
		[
			'The {noun} hangs above hills that have already gone to sleep.',
			'More stars than were there, because it felt like more: {noun}.',
		],
	),
	topic(
		'topography',
		'contour',
		4,
		3400,
		'abstract,topography,map',
		'Atlas,Survey,Contour Lines,Delta,Archipelago,Caldera,Fjord,Basin,Meander,Isobars,Relief,Depth Chart',
		[
			'The {noun} of a country that nobody has walked.',
			'Every fifth line is heavier, as on a walker’s map: {noun}.',
			'Stacked sheets, cut line by line, until the {noun} appeared.',
		],
	),
	topic(
		'minerals',
		'contour',
		3,
		4200,
		'abstract,mineral,stone',
		'Agate,Geode,Malachite,Quartz Vein,Marble,Basalt,Obsidian,Fossil,Crystal Field,Flint,Jasper',
		[
			'A slice of imagined {noun}, ring within ring around a dark eye.',
			'The {noun} was cut open and polished, and this was in it.',
		],
	),
	topic(
		'labyrinth',
		'contour',
		2,
		2800,
		'abstract,geometric,maze',
		'Labyrinth,Maze,Spiral,Knot,Meander Path,Fingerprint,Interlace,Thread,Circuit,Woven Grid',
		[
			'The {noun} has one way in and, with patience, one way out.',
			'One line makes the whole {noun} without being lifted once.',
		],
	),
	topic(
		'foliage',
		'leaves',
		4,
		2100,
		'botanical,leaves,paper cut',
		'Ferns,Palm Leaves,Monstera Leaves,Fronds,Ivy Leaves,Ginkgo Leaves,Eucalyptus Stems,Olive Branches,Bamboo Canes,Laurel Leaves,Willow Leaves,Reeds',
		[
			'{noun} in cut paper, each leaf creased along its midrib.',
			'The {noun} crowd in from every side and leave a clearing.',
		],
	),
	topic(
		'flowers',
		'leaves',
		4,
		2300,
		'botanical,flowers',
		'Poppies,Peonies,Tulips,Anemones,Magnolias,Cherry Blossoms,Irises,Dahlias,Wild Roses,Lupins,Cornflowers,Camellias',
		[
			'{noun}, past their best and better for it.',
			'The {noun} lean towards a window that is not in the picture.',
		],
	),
	topic(
		'mushrooms',
		'leaves',
		1,
		1900,
		'botanical,fungi,forest floor',
		'Chanterelles,Toadstools,Fairy Rings,Ink Caps,Oyster Shelves,Puffballs,Morels,Parasols',
		['{noun} came up overnight and were drawn before breakfast.'],
	),
	topic(
		'fruit',
		'leaves',
		2,
		1800,
		'still life,fruit,kitchen art',
		'Pears,Citrons,Pomegranates,Figs,Quinces,Cherries,Persimmons,Blood Oranges,Damsons,Gooseberries',
		[
			'{noun} on a cloth, counted by their shadows.',
			'Somebody took one of the {noun} and left the rest as they lay.',
		],
	),
	topic(
		'silk',
		'silk',
		3,
		3600,
		'silk,fabric,folds',
		'Drape,Satin,Veil,Curtain,Sash,Canopy Cloth,Ribbon,Scarf,Banner,Pleat,Train',
		[
			'A {noun}, thrown down and left as it fell.',
			'Broad folds of the {noun} hold the light; the narrow ones drop it.',
		],
	),
	topic(
		'waves',
		'silk',
		3,
		3000,
		'abstract,waves,fluid',
		'Current,Undertow,Swell,Ripple,Tide Line,Eddy,Slipstream,Cascade,Whirlpool,Backwash',
		[
			'More water than cloth: one {noun} from corner to corner.',
			'The {noun} never closes, however long one follows it.',
		],
	),
	topic(
		'smoke',
		'silk',
		1,
		2500,
		'abstract,smoke,vapour',
		'Plume,Incense,Haze,Breath,Vapour Trail,Ember Smoke,Steam,Fume',
		['A {noun} against the light, photographed in a room without a draught.'],
	),
	topic(
		'spheres',
		'blob',
		3,
		3300,
		'abstract,sculpture,sphere',
		'Pebble,Droplet,Orb,Bubble,Dew Drop,Marble Run,Satellite,Twin Spheres,Bead,Planetoid',
		[
			'A glossy {noun} floats a hand above the table.',
			'Two lamps are reflected in the {noun}, one on each side.',
		],
	),
	topic(
		'soft forms',
		'blob',
		2,
		3500,
		'abstract,sculpture,soft form',
		'Cushion,Ring,Loop,Torus,Saucer Form,Pillow,Ribbon Loop,Wobble,Puddle,Bouquet of Blobs',
		[
			'The {noun} is soft to look at and gives no hint of its size.',
			'Somewhere between a toy and a monument: {noun}.',
		],
	),
	topic(
		'balance',
		'blob',
		1,
		4600,
		'abstract,sculpture,balance',
		'Cairn,Mobile,Tower of Stones,Counterweight,Seesaw,Keystone,Plumb Line,Pendulum',
		['The {noun} holds, for now.'],
	),
];
