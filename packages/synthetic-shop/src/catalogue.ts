import { colours } from './colours.ts';
import { colourSentences, moods, rooms, techniques } from './phrases.ts';
import { qualifiers } from './qualifiers.ts';
import { Random } from './random.ts';
import { type Family, type Topic, topics } from './topics.ts';

/** An artwork as the seed catalogue has them, but for its picture, which it shares with others of its family. */
export interface SyntheticProduct {
	/** Lower-case words and hyphens, which no other artwork of the catalogue has. */
	handle: string;
	name: string;
	description: string;
	tags: string[];
	/** USD minor units. */
	price: number;
	/** Epoch milliseconds; later ones have higher numbers. */
	createdAt: number;
	topic: string;
	family: Family;
}

export interface SyntheticCatalogue {
	size: number;
	/** The artwork of a number from 0 to below the size, whatever was asked for before. */
	at(index: number): SyntheticProduct;
}

interface CatalogueOptions {
	seed: number;
	/** At most 200,000. */
	size: number;
	/** When the last artwork came, epoch milliseconds. */
	until: number;
}

/** So many artworks have names of their own, whichever topic they are of. */
export const largestCatalogue = 200_000;
const dayMs = 24 * 60 * 60 * 1000;
const yearsOpen = 3;

/** The topics of 64 artworks in a row, and how many of the same topic came before in that row. */
const slots: readonly { topic: Topic; before: number }[] = topics
	.flatMap((topic) => Array.from({ length: topic.share }, (_, before) => ({ topic, before })))
	// Any order that mixes them: 27 has no factor in common with 64.
	.map((_, place, all) => all[(place * 27) % all.length] as (typeof all)[number]);

/**
 * A catalogue that follows from its seed. It grows by its size: the first artworks of a larger one are the same but for
 * the day they came.
 */
export function syntheticCatalogue({ seed, size, until }: CatalogueOptions): SyntheticCatalogue {
	if (size > largestCatalogue) throw new RangeError(`A catalogue has at most ${largestCatalogue} artworks.`);
	const stepMs = (yearsOpen * 365 * dayMs) / size;
	return {
		size,
		at(index) {
			const random = new Random(seed, index);
			const createdAt = Math.round(until - (size - index - random.share()) * stepMs);
			return { ...artwork(seed, index, random), createdAt };
		},
	};
}

function artwork(seed: number, index: number, random: Random): Omit<SyntheticProduct, 'createdAt'> {
	const { topic, before } = slots[index % slots.length] as (typeof slots)[number];
	const number = Math.floor(index / slots.length) * topic.share + before;
	const { colour, noun, qualifier } = wordsOf(topic, seed, number);
	const mood = random.pick(moods);
	const room = random.pick(rooms);
	const technique = random.pick(techniques);
	const name = `${colour[0]} ${noun} ${qualifier.text}`;
	// Three of four sentences, of which the tags tell the rest.
	const told = random.some([mood, room, technique], 2);
	const sentences = [
		random
			.pick(topic.openings)
			.replaceAll('{noun}', (_, at: number) => (at === 0 ? noun : noun.toLowerCase())),
		inColour(random.pick(colourSentences), colour[0]),
		...told.map(([, sentence]) => sentence),
	];
	const tagged = random.some([mood[0], technique[0], room[0]], 1 + random.below(3));
	return {
		handle: handleOf(name),
		name,
		description: sentences.join(' '),
		tags: [...new Set([...topic.tags, colour[1], ...qualifier.tags, ...tagged])],
		price: priceOf(topic, random),
		topic: topic.name,
		family: topic.family,
	};
}

/** The number's own colour, noun and qualifier: each of a topic's combinations comes once, in an order by the seed. */
function wordsOf(topic: Topic, seed: number, number: number) {
	const { nouns } = topic;
	const count = colours.length * nouns.length * qualifiers.length;
	// A step without a common factor visits every combination once.
	let step = 7919 + 2 * (Math.abs(seed) % 1000);
	while (commonFactor(step, count) > 1) step++;
	let place = (number * step + (Math.abs(seed) % count)) % count;
	const colour = colours[place % colours.length] as (typeof colours)[number];
	place = Math.floor(place / colours.length);
	const noun = nouns[place % nouns.length] as string;
	const qualifier = qualifiers[Math.floor(place / nouns.length)] as (typeof qualifiers)[number];
	return { colour, noun, qualifier };
}

function commonFactor(a: number, b: number): number {
	return b === 0 ? a : commonFactor(b, a % b);
}

function inColour(sentence: string, colour: string): string {
	return sentence.replace('{colour}', (_, at: number) => (at === 0 ? colour : colour.toLowerCase()));
}

/** Around the topic's, ending in a round number of half dollars. */
function priceOf({ price }: Topic, random: Random): number {
	return Math.max(300, Math.round((price * Math.exp(0.45 * random.normal())) / 50) * 50);
}

function handleOf(name: string): string {
	return name
		.toLowerCase()
		.replaceAll(/[’']/g, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '');
}
