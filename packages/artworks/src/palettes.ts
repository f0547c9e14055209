import { fromHex, type Rgb } from './colour.ts';

/** Five colours that go together, and the ground they stand before. */
export interface Palette {
	dark: Rgb;
	deep: Rgb;
	soft: Rgb;
	light: Rgb;
	accent: Rgb;
	ground: Rgb;
}

const HEX = {
	//          dark       deep       soft       light      accent     ground
	harbour: ['#12263a', '#2f6690', '#81c3d7', '#f4f1de', '#e07a5f', '#e9e4d8'],
	lagoon: ['#0b3d3a', '#1f7a6c', '#a8d5ba', '#fbeed2', '#f2a65a', '#efe6d2'],
	terracotta: ['#3d2016', '#a84b2a', '#e0a068', '#f6e4c8', '#6f8f7a', '#ecdcc8'],
	meadow: ['#14342b', '#4c8b5f', '#c3d69b', '#fbf9e4', '#d68c45', '#e8ead6'],
	slate: ['#23283a', '#5f749c', '#c3cfdf', '#fff4ea', '#ef8354', '#e4e7ea'],
	ember: ['#4a0d1e', '#a1201f', '#f08a2c', '#ffe3a8', '#155a68', '#f2dcc0'],
	dusk: ['#1d1b45', '#57418a', '#cf7393', '#f9bf92', '#fff0d0', '#ecdfdc'],
	cobalt: ['#0d1b4c', '#1f3fa0', '#8fb0e8', '#f5f2e8', '#d9a441', '#e6e6e2'],
	celadon: ['#27433a', '#6e9c86', '#b4cfb9', '#eef0de', '#b8794a', '#e6e6da'],
	ochre: ['#3a2a16', '#a97424', '#e4b95c', '#f8ecd0', '#3f6b73', '#e9dfca'],
	ink: ['#15161b', '#33363f', '#8f949c', '#eceae4', '#c9a250', '#d8d5cd'],
	rose: ['#4a2328', '#b0605c', '#e3a99a', '#f8e6da', '#55705f', '#efdcd2'],
	moss: ['#20281a', '#5a6b34', '#aeb57a', '#f0ecd2', '#b5573a', '#dfdcc8'],
	night: ['#070d1f', '#14284a', '#3d6187', '#a9c4d6', '#f6edcf', '#1a2b47'],
	frost: ['#1c3144', '#57819f', '#b3d0de', '#f3f7f7', '#f0b7a1', '#dde7ea'],
	plum: ['#2b1528', '#6b3350', '#c08497', '#f4dfd6', '#d8a24a', '#e5d6d2'],
	sand: ['#54402c', '#b08a5e', '#dcc39a', '#f8f0de', '#7d9aa0', '#ebe1cf'],
	coral: ['#5a2430', '#d9573f', '#f6a57f', '#fdebd8', '#2c7a7b', '#f6e0d0'],
	sunrise: ['#2a2350', '#8d4a74', '#f0876a', '#ffd9a0', '#fff2c9', '#fbe3c6'],
	forest: ['#0c1f1c', '#235246', '#6f9f88', '#dfe8d5', '#e9b44c', '#cfd9cc'],
} as const;

/** The name of a palette. */
export type PaletteName = keyof typeof HEX;

export function palette(name: PaletteName): Palette {
	const [dark, deep, soft, light, accent, ground] = HEX[name].map(fromHex) as [Rgb, Rgb, Rgb, Rgb, Rgb, Rgb];
	return { dark, deep, soft, light, accent, ground };
}
