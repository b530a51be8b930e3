import { Type } from '@sinclair/typebox';

/** Settings that several dialects share, as a device file writes them. */

/** 1 to 4: 20, 40, 60 and 100 %. */
export const brightnessSetting = Type.Optional(Type.Integer({ minimum: 1, maximum: 4 }));

export const languageSetting = Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')]));
