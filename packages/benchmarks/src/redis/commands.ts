const value = 'x'.repeat(250);
const document = JSON.stringify({
	name: 'Infinite Blob',
	price: 4900,
	tags: ['abstract', 'ceramic', 'blue'],
	media: { id: 'a1b2c3', width: 1600, height: 1200 },
	text: 'x'.repeat(115),
});

/** What is compared: the words sent to this project's Redis and to one that may know no JSON. */
export interface Comparison {
	readonly words: readonly string[];
	/** What stands in where JSON is not spoken: the same bytes as a string. */
	readonly plain?: readonly string[];
}

export const comparisons: Readonly<Record<string, Comparison>> = {
	SET: { words: ['SET', 'key:__rand_int__', value] },
	GET: { words: ['GET', 'key:__rand_int__'] },
	HSET: { words: ['HSET', 'hash:__rand_int__', 'field', value] },
	ZADD: { words: ['ZADD', 'zset', '__rand_int__', 'member:__rand_int__'] },
	XADD: { words: ['XADD', 'stream', 'MAXLEN', '~', '100000', '*', 'field', value] },
	PUBLISH: { words: ['PUBLISH', 'channel', value] },
	'JSON.SET': {
		words: ['JSON.SET', 'json:__rand_int__', '$', document],
		plain: ['SET', 'json:__rand_int__', document],
	},
	'JSON.GET': { words: ['JSON.GET', 'json:__rand_int__'], plain: ['GET', 'json:__rand_int__'] },
};
