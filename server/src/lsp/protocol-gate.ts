import {
  ErrorCodes,
  Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { isRecord } from '../service/record.ts';

/** The states of the protocol. The library answers every message in every state. */
type State = 'new' | 'running' | 'shut down';

/**
 * Reads the messages of a client and passes on those that are valid in the current state, with valid parameters. It answers
 * other requests with an error and drops other notifications.
 */
export function protocolGate(
  reader: MessageReader,
  writer: MessageWriter,
  /** Whether a process is visible. The library ends a server whose client process it does not see. */
  isProcessVisible: (processId: number) => boolean = () => true,
): MessageReader {
  let state: State = 'new';

  const handedOn = (message: Message): Message | undefined => {
    if (Message.isNotification(message))
      return state === 'running' || message.method === 'exit' ? withoutNull(message) : undefined;
    if (!isRequest(message)) return message;
    const error = refusal(message, state);
    if (error) {
      writer.write({ jsonrpc: '2.0', id: message.id, error: error.toJson() } as Message).catch(() => {});
      return undefined;
    }
    if (message.method === 'shutdown') state = 'shut down';
    if (message.method !== 'initialize') return withoutNull(message);
    state = 'running';
    return withVisibleProcess(message, isProcessVisible);
  };

  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (callback) =>
      reader.listen((message) => {
        const passed = handedOn(message);
        if (passed) callback(passed);
      }),
  };
}

function refusal({ method, params }: RequestMessage, state: State): ResponseError<void> | undefined {
  const { InvalidParams, InvalidRequest, ServerNotInitialized } = ErrorCodes;
  if (typeof method !== 'string') return new ResponseError(InvalidRequest, '"method" is not a string.');
  if (state === 'shut down') return new ResponseError(InvalidRequest, 'The server is shut down.');
  if (method !== 'initialize')
    return state === 'new'
      ? new ResponseError(ServerNotInitialized, 'The server is not initialized: send "initialize" first.')
      : undefined;
  if (state === 'running') return new ResponseError(InvalidRequest, 'The server is initialized already.');
  return isRecord(params) && isRecord(params['capabilities'])
    ? undefined
    : new ResponseError(InvalidParams, 'The request has no "capabilities" that are an object.');
}

/** The library would not answer a request whose method is not a string. */
function isRequest(message: Message): message is RequestMessage {
  return Message.isRequest(message) || (isRecord(message) && 'method' in message && 'id' in message);
}

/** Many clients send null for "no parameters". The library would pass the null to its handlers. */
function withoutNull<T extends Message>(message: T): T {
  if (!('params' in message) || message.params !== null) return message;
  const { params: _, ...rest } = message;
  return rest as unknown as T;
}

/** Removes the process id of a client in another container or of another user. */
function withVisibleProcess(message: RequestMessage, isVisible: (id: number) => boolean): RequestMessage {
  const { params } = message;
  if (!isRecord(params) || typeof params['processId'] !== 'number' || isVisible(params['processId']))
    return message;
  return { ...message, params: { ...params, processId: null } };
}
