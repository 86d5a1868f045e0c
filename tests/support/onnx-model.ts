import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a model folder as Hugging Face lays it out for transformers.js, as small as can be: each of some words has its
 * place in the space of meanings, a text lies in their middle. The ONNX graph is one node that looks words up.
 */
export function writeOnnxModel(folder: string, words: ReadonlyMap<string, readonly number[]>): void {
  const size = [...words.values()][0]!.length;
  const table = [['[PAD]', nothing(size)], ['[UNK]', nothing(size)], ...words] as [string, number[]][];
  const write = (name: string, content: object | Buffer): void =>
    writeFileSync(join(folder, name), Buffer.isBuffer(content) ? content : JSON.stringify(content));
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  write('config.json', { model_type: 'bert', hidden_size: size, vocab_size: table.length });
  write('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    pad_token: '[PAD]',
    unk_token: '[UNK]',
  });
  write('tokenizer.json', tokenizer(table.map(([word]) => word)));
  write('onnx/model.onnx', model(table.map(([, place]) => place)));
}

const nothing = (size: number): number[] => Array<number>(size).fill(0);

function tokenizer(words: readonly string[]): object {
  const special = words.slice(0, 2).map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  return {
    version: '1.0',
    added_tokens: special,
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordLevel',
      vocab: Object.fromEntries(words.map((word, id) => [word, id])),
      unk_token: '[UNK]',
    },
  };
}

// Numbers of fields and types are those of onnx.proto, version 8 of the format.
const FLOAT = 1;
const INT64 = 7;

function model(rows: readonly (readonly number[])[]): Buffer {
  const size = rows[0]!.length;
  const values = Float32Array.from(rows.flat());
  const words = [number(1, rows.length), number(1, size), number(2, FLOAT), text(8, 'words')];
  const lookUp = [text(1, 'words'), text(1, 'input_ids'), text(2, 'last_hidden_state'), text(4, 'Gather')];
  const graph = [
    bytes(1, lookUp),
    text(2, 'meaning'),
    bytes(5, [...words, bytes(9, [Buffer.from(values.buffer)])]),
    bytes(11, tensor('input_ids', INT64, ['batch', 'words'])),
    bytes(12, tensor('last_hidden_state', FLOAT, ['batch', 'words', size])),
  ];
  return Buffer.concat([number(1, 8), bytes(7, graph), bytes(8, [text(1, ''), number(2, 13)])]);
}

function tensor(name: string, type: number, shape: readonly (string | number)[]): Buffer[] {
  const dimensions = shape.map((one) => bytes(1, [typeof one === 'string' ? text(2, one) : number(1, one)]));
  return [text(1, name), bytes(2, [bytes(1, [number(1, type), bytes(2, dimensions)])])];
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field << 3), varint(value)]);
}

function text(field: number, value: string): Buffer {
  return bytes(field, [Buffer.from(value)]);
}

function bytes(field: number, parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const written: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) written.push((rest & 0x7f) | 0x80);
  return Buffer.from([...written, rest]);
}
