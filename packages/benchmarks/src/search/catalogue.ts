import { Random } from './random.ts';

const ONSETS = ['b', 'bl', 'c', 'ch', 'd', 'f', 'g', 'gr', 'h', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou'];
const ENDS = ['', 'n', 'r', 's', 'l', 'nd', 'ing', 'ed', 'tain'];

/** The fields of the products service's index, as redis-om declares them. */
export const SCHEMA = [
	...['$.available', 'AS', 'available', 'TAG'],
	...['$.tagList', 'AS', 'tagList', 'TAG', 'SEPARATOR', ',', 'CASESENSITIVE'],
	...['$.price', 'AS', 'price', 'NUMERIC'],
	...['downloads', 'newestKey', 'priceKey', 'nameNumber'].flatMap((name) => [
		...[`$.${name}`, 'AS', name, 'NUMERIC', 'SORTABLE'],
	]),
	...['$.nameKey', 'AS', 'nameKey', 'TEXT', 'SORTABLE', 'NOINDEX'],
	...['$.nameText', 'AS', 'nameText', 'TEXT', 'WEIGHT', '10'],
	...['$.tagText', 'AS', 'tagText', 'TEXT', 'WEIGHT', '4'],
	...['$.descriptionText', 'AS', 'descriptionText', 'TEXT'],
];

/** Artworks of a shop that does not exist: some 1.5 KB of JSON each. */
export class Catalogue {
	readonly random: Random;
	readonly words: readonly string[];
	readonly tags: readonly string[];

	constructor(seed: number) {
		this.random = new Random(seed);
		this.words = this.vocabulary(5000);
		this.tags = this.words.filter((_, i) => i % 20 === 7).slice(0, 250);
	}

	key(i: number): string {
		return `products:product:${i.toString(36).padStart(8, '0')}`;
	}

	/** The JSON of one artwork, drawn anew at each call. */
	document(i: number): string {
		const { random } = this;
		const name = this.sentence(random.between(2, 4));
		const tags = [...new Set(Array.from({ length: random.between(3, 8) }, () => random.zipf(this.tags)))];
		const description = this.sentence(random.between(20, 50));
		const price = random.between(1, 400) * 50;
		return JSON.stringify({
			id: `product_${i}`,
			handle: name.replaceAll(' ', '-'),
			name,
			description,
			tags,
			image: {
				id: `image_${i}`,
				width: 4096,
				height: 4096,
				placeholder: 'x'.repeat(random.between(300, 500)),
			},
			available: random.next() < 0.95,
			tagList: tags.join(','),
			price,
			downloads: Math.floor(random.next() ** 4 * 5000),
			popularity: 1 - random.between(0, 1024) * 2 ** -23,
			newestKey: 1_600_000_000_000 + i * 1000,
			priceKey: price * 1_000_000 + i,
			nameNumber: random.between(0, 2 ** 40),
			nameKey: name,
			nameText: name,
			tagText: tags.join(' '),
			descriptionText: description,
		});
	}

	private sentence(length: number): string {
		return Array.from({ length }, () => this.random.zipf(this.words)).join(' ');
	}

	private vocabulary(size: number): string[] {
		const words = new Set<string>();
		const syllable = () => this.random.one(ONSETS) + this.random.one(VOWELS);
		while (words.size < size) {
			const syllables = Array.from({ length: this.random.between(1, 3) }, syllable);
			const word = syllables.join('') + this.random.one(ENDS);
			if (word.length > 2) words.add(word);
		}
		return [...words];
	}
}
