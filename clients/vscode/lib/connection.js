"use strict";
// JSON-RPC 2.0 with Content-Length frames, as LSP has it, over any pair of streams.

const METHOD_NOT_FOUND = -32601;
const INTERNAL_ERROR = -32603;
const REQUEST_CANCELLED = -32800;
const BLANK_LINE = Buffer.from("\r\n\r\n");

/** What the other side answered instead of a result. */
class ResponseError extends Error {
  constructor(error) {
    super(error.message);
    this.code = error.code;
    this.data = error.data;
  }
}

/** Bytes in any pieces become the bodies of messages. */
class Frames {
  constructor() {
    this.buffer = Buffer.alloc(0);
  }

  /** The bodies that are whole now. Throws where what came is no frame. */
  add(bytes) {
    this.buffer = this.buffer.length === 0 ? bytes : Buffer.concat([this.buffer, bytes]);
    const bodies = [];
    for (;;) {
      const end = this.buffer.indexOf(BLANK_LINE);
      if (end < 0) {
        return bodies;
      }
      const found = /^content-length: *(\d+) *$/im.exec(this.buffer.toString("latin1", 0, end));
      if (!found) {
        throw new Error("the server wrote a header without a Content-Length");
      }
      const start = end + BLANK_LINE.length;
      const length = Number(found[1]);
      if (this.buffer.length < start + length) {
        return bodies;
      }
      bodies.push(this.buffer.toString("utf8", start, start + length));
      this.buffer = this.buffer.subarray(start + length);
    }
  }
}

class Connection {
  /**
   * @param {import("stream").Readable} input
   * @param {import("stream").Writable} output
   * @param {(error: Error) => void} broken called once with what ends the connection
   */
  constructor(input, output, broken) {
    this.output = output;
    this.broken = broken;
    this.closed = false;
    this.lastId = 0;
    this.pending = new Map();
    this.handlers = new Map();
    const frames = new Frames();
    input.on("data", (bytes) => {
      try {
        frames.add(bytes).forEach((body) => this.receive(JSON.parse(body)));
      } catch (error) {
        this.close(error);
      }
    });
    input.on("end", () => this.close(new Error("the server has closed its output")));
    // A server that has died breaks the pipe; that it has died is said elsewhere.
    output.on("error", (error) => this.close(error));
  }

  /** Says what answers a request, or takes a notification: `handler(params)`. */
  on(method, handler) {
    this.handlers.set(method, handler);
  }

  notify(method, params) {
    this.send({ method, params });
  }

  /**
   * The result of a request.
   * @param {{isCancellationRequested: boolean, onCancellationRequested: Function}} [token]
   */
  request(method, params, token) {
    if (this.closed) {
      return Promise.reject(new Error("the server does not run"));
    }
    const id = ++this.lastId;
    const answer = new Promise((resolve, reject) => this.pending.set(id, { resolve, reject }));
    this.send({ id, method, params });
    const watch = token?.onCancellationRequested(() => this.notify("$/cancelRequest", { id }));
    return answer.finally(() => watch?.dispose());
  }

  close(error) {
    if (this.closed) {
      return;
    }
    this.closed = true;
    for (const { reject } of this.pending.values()) {
      reject(error);
    }
    this.pending.clear();
    this.broken(error);
  }

  send(message) {
    if (this.closed) {
      return;
    }
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.output.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.output.write(body);
  }

  receive(message) {
    if (message.method === undefined) {
      const waiting = this.pending.get(message.id);
      this.pending.delete(message.id);
      if (message.error) {
        waiting?.reject(new ResponseError(message.error));
      } else {
        waiting?.resolve(message.result);
      }
    } else if (message.id === undefined) {
      // A notification that nobody takes is nothing to say anything about.
      this.handlers.get(message.method)?.(message.params);
    } else {
      this.answer(message);
    }
  }

  async answer({ id, method, params }) {
    const handler = this.handlers.get(method);
    if (!handler) {
      this.send({ id, error: { code: METHOD_NOT_FOUND, message: `this client does not know ${method}` } });
      return;
    }
    try {
      this.send({ id, result: (await handler(params)) ?? null });
    } catch (error) {
      this.send({ id, error: { code: INTERNAL_ERROR, message: String(error.message ?? error) } });
    }
  }
}

module.exports = { Connection, Frames, ResponseError, REQUEST_CANCELLED };
