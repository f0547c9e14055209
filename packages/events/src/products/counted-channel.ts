/**
 * The channel on which products tells whose download counts have grown, as a JSON list of ids: for caches, which may
 * miss it. It is no event, since nothing is to be done about it.
 */
export const countedChannel = 'products.counted';
