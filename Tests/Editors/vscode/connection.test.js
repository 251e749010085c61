"use strict";
const assert = require("node:assert");
const { PassThrough } = require("node:stream");
const test = require("node:test");
const { Connection, Frames, ResponseError } = require("../../../clients/vscode/lib/connection");

const frame = (value) => {
  const body = Buffer.from(JSON.stringify(value));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
};

test("frames come in any pieces", () => {
  const whole = Buffer.concat([frame({ text: "영화 😀" }), frame([]), frame({ text: "\r\n\r\nContent-Length: 3" })]);
  const expected = ['{"text":"영화 😀"}', "[]", '{"text":"\\r\\n\\r\\nContent-Length: 3"}'];
  for (let size = 1; size <= whole.length; size += 1) {
    const frames = new Frames();
    const found = [];
    for (let start = 0; start < whole.length; start += size) {
      found.push(...frames.add(whole.subarray(start, start + size)));
    }
    assert.deepStrictEqual(found, expected);
  }
});

test("headers other than the length are passed over, and one without it is refused", () => {
  const header = "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length: 2\r\n\r\n{}";
  assert.deepStrictEqual(new Frames().add(Buffer.from(header)), ["{}"]);
  assert.throws(() => new Frames().add(Buffer.from("Content-Type: text\r\n\r\n{}")), /without a Content-Length/);
});

/** A connection, what it has sent, and how it was broken. */
function connect() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const sent = [];
  const frames = new Frames();
  output.on("data", (bytes) => frames.add(bytes).forEach((body) => sent.push(JSON.parse(body))));
  const broken = [];
  const connection = new Connection(input, output, (error) => broken.push(error.message));
  const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  return { connection, input, sent, broken, settle };
}

test("answers find their requests in any order", async () => {
  const { connection, input, sent, settle } = connect();
  const [first, second] = [connection.request("one", { a: 1 }), connection.request("two")];
  await settle();
  assert.deepStrictEqual(sent.map((each) => [each.jsonrpc, each.id, each.method]), [["2.0", 1, "one"], ["2.0", 2, "two"]]);
  input.write(frame({ id: 2, error: { code: -32602, message: "no", data: { hint: "do" } } }));
  input.write(frame({ id: 1, result: null }));
  assert.strictEqual(await first, null);
  await assert.rejects(second, (error) => error instanceof ResponseError && error.code === -32602 && error.data.hint === "do");
  // An answer to nothing is nothing.
  input.write(frame({ id: 9, result: 1 }));
  await settle();
});

test("a cancelled request is cancelled there, and answered all the same", async () => {
  const { connection, input, sent, settle } = connect();
  let cancel;
  let disposed = false;
  const token = {
    onCancellationRequested(listener) {
      cancel = listener;
      return { dispose: () => (disposed = true) };
    },
  };
  const answer = connection.request("slow", {}, token);
  cancel();
  await settle();
  assert.deepStrictEqual(sent[1], { jsonrpc: "2.0", method: "$/cancelRequest", params: { id: 1 } });
  input.write(frame({ id: 1, error: { code: -32800, message: "cancelled" } }));
  await assert.rejects(answer, { code: -32800 });
  assert.ok(disposed);
});

test("requests of the server are answered, also those that nobody knows and those that fail", async () => {
  const { connection, input, sent, settle } = connect();
  connection.on("ask", async ({ number }) => number + 1);
  connection.on("nothing", () => undefined);
  connection.on("fail", () => {
    throw new Error("it does not work");
  });
  for (const [id, method] of [["a", "ask"], [2, "nothing"], [3, "fail"], [4, "unknown"]]) {
    input.write(frame({ id, method, params: { number: 1 } }));
  }
  input.write(frame({ method: "unknown" }));
  await settle();
  assert.deepStrictEqual(sent.map(({ id, result, error }) => [id, result ?? error?.code ?? null]).sort(), [
    [2, null], [3, -32603], [4, -32601], ["a", 2],
  ].sort());
});

test("what waits is refused when the connection ends, and it is said once", async () => {
  for (const end of [(input) => input.end(), (input) => input.write("nonsense\r\n\r\n")]) {
    const { connection, input, broken, settle } = connect();
    const answer = connection.request("slow");
    end(input);
    await assert.rejects(answer);
    await assert.rejects(connection.request("later"), /does not run/);
    input.end();
    await settle();
    assert.strictEqual(broken.length, 1);
  }
});
