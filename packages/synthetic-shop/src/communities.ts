import type { SyntheticCatalogue } from './catalogue.ts';
import { Random } from './random.ts';

/** Shoppers who like the same things: an artwork's appeal to them, from 0 to 1. */
export type Taste = (index: number) => number;

/** What is known of each artwork without making its words: enough to choose by. */
export interface Shelf {
	/** Numbers of the topic's artworks, the most popular first. */
	byTopic: Map<string, number[]>;
	tagsOf: (index: number) => readonly string[];
	createdAt: (index: number) => number;
}

const favouriteTopics = 4;
const favouriteTags = 12;

/** Puts a catalogue on shelves. Popularity is an artwork's own and has a long tail. */
export function shelve(catalogue: SyntheticCatalogue, seed: number): Shelf {
	const byTopic = new Map<string, number[]>();
	const tags: (readonly string[])[] = [];
	const times: number[] = [];
	const appeal: number[] = [];
	for (let index = 0; index < catalogue.size; index++) {
		const product = catalogue.at(index);
		tags.push(product.tags);
		times.push(product.createdAt);
		appeal.push(new Random(seed, 1, index).normal());
		const shelf = byTopic.get(product.topic);
		if (shelf) shelf.push(index);
		else byTopic.set(product.topic, [index]);
	}
	for (const shelf of byTopic.values()) shelf.sort((a, b) => (appeal[b] ?? 0) - (appeal[a] ?? 0));
	return {
		byTopic,
		tagsOf: (index) => tags[index] ?? [],
		createdAt: (index) => times[index] ?? 0,
	};
}

/** A community's topics and its taste in what is on their shelves. */
export interface Community {
	topics: readonly string[];
	taste: Taste;
}

export function communityOf(number: number, shelf: Shelf, seed: number): Community {
	const random = new Random(seed, 2, number);
	const topics = random.some([...shelf.byTopic.keys()], favouriteTopics);
	const tags = new Set(topics.flatMap((topic) => sampleTags(topic, shelf, random)));
	return {
		topics,
		taste(index) {
			const liked = shelf.tagsOf(index).filter((tag) => tags.has(tag)).length;
			return Math.min(1, 0.05 + 0.25 * liked);
		},
	};
}

function sampleTags(topic: string, shelf: Shelf, random: Random): string[] {
	const artworks = shelf.byTopic.get(topic) ?? [];
	return Array.from({ length: favouriteTags / favouriteTopics }, () => {
		const tags = shelf.tagsOf(random.pick(artworks));
		// The first tags are the topic's own; taste is in those that follow.
		return tags[Math.min(tags.length - 1, 3 + random.below(3))] ?? '';
	});
}
