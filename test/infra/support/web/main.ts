Reflect.set(globalThis, 'ready', true);

export {};
