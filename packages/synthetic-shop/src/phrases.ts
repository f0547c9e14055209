/** Sentences that any artwork may have; `{mood}` and `{colour}` are filled in. */
export const moods: readonly (readonly [tag: string, sentence: string])[] = [
	['calm', 'It is a calm picture and asks for nothing.'],
	['bold', 'Bold from across the room, and bolder close by.'],
	['playful', 'There is a joke in it somewhere, and it takes a while to find.'],
	['serene', 'Serene, wide and unhurried.'],
	['dramatic', 'The dark parts are as dark as they come, and the light earns its place.'],
	['tender', 'A tender thing, for a place where one sits down.'],
	['melancholy', 'A little melancholy, as the best afternoons are.'],
	['joyful', 'It is hard to stay gloomy in front of it.'],
	['mysterious', 'What lies beyond the edge is left to whoever looks.'],
	['cosy', 'Warm as a kitchen with the oven on.'],
	['airy', 'Plenty of air around every shape.'],
	['austere', 'Nothing was added that could be left away.'],
	['lush', 'Lush to the corners, with hardly a resting place for the eye.'],
	['nostalgic', 'It seems remembered rather than seen.'],
	['restless', 'Look away and it has moved, or so it appears.'],
	['elegant', 'Elegant without making a point of it.'],
];

export const rooms: readonly (readonly [tag: string, sentence: string])[] = [
	['living room', 'Made for the wall above a sofa.'],
	['bedroom', 'Best where it is the first thing seen in the morning.'],
	['kitchen', 'It holds its own beside shelves and steam.'],
	['hallway', 'Tall enough for a narrow hallway.'],
	['study', 'A companion for a desk.'],
	['nursery', 'Children find the animals in it, though there are none.'],
	['office', 'Quiet enough to work under.'],
	['bathroom', 'It does not mind company of tiles.'],
	['dining room', 'It likes long evenings and a table in front of it.'],
	['staircase', 'Hang it where people pass and let them be late.'],
];

export const colourSentences: readonly string[] = [
	'{colour} carries the whole of it.',
	'The {colour} was mixed three times before it was right.',
	'{colour} in the shadows, paler wherever the light falls.',
	'A band of {colour} holds the composition together.',
	'Against {colour}, every other tone seems to step back.',
	'The ground is {colour}, thin enough for the paper to show.',
	'{colour} and its neighbours, nothing louder.',
	'One corner keeps a purer {colour} than the rest.',
];

export const techniques: readonly (readonly [tag: string, sentence: string])[] = [
	['hand drawn', 'Every line was drawn by hand and left as it fell.'],
	['fine grain', 'A fine grain runs through the surface, like good paper.'],
	['layered', 'Seven layers lie over one another, and each throws a shadow.'],
	['glossy', 'The highlights are wet and small.'],
	['matte', 'Matte throughout, without a single reflection.'],
	['textured', 'Up close the surface is rough, almost woven.'],
	['geometric', 'The geometry is strict; the edges are not.'],
	['line art', 'Thin lines do all the work.'],
	['high contrast', 'Two tones meet without a step between them.'],
	['soft focus', 'Nothing in it is quite sharp.'],
	['gradient', 'The tones run into each other from edge to edge.'],
	['pattern', 'The motif repeats, shifted by half a step each time.'],
	['speckled', 'Iron specks come through wherever the glaze is thin.'],
	['symmetry', 'Its two halves agree on almost everything.'],
	['negative space', 'The empty half says more than the full one.'],
	['folded', 'The folds are sharp on one side and lost on the other.'],
];
