declare module 'snowball-stemmers' {
	const stemmers: {
		newStemmer(language: string): { stem(word: string): string };
		algorithms(): string[];
	};
	export default stemmers;
}
