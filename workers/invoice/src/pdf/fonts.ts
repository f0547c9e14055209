import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FontFace } from './font-face.ts';

const require = createRequire(import.meta.url);

/** Latin, Greek, Cyrillic and Vietnamese. */
export const regular = lazy(() =>
	require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
);
export const bold = lazy(() =>
	require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
);
/** 5 MB: only for names that need it. */
export const japanese = lazy(() =>
	require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
);
/** 10 MB: only for names that need it. Simplified and traditional. */
export const chinese = lazy(() =>
	require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
);

/** Reads and parses a font at its first use and keeps it. */
function lazy(file: () => string): () => FontFace {
	let face: FontFace | undefined;
	return () => {
		face ??= new FontFace(readFileSync(file()));
		return face;
	};
}
