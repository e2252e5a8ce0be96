import {
  ErrorCodes,
  Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { isRecord } from '../service/record.ts';

/** Between the messages that `initialize` and `shutdown` are; the library answers everything at any time. */
type State = 'new' | 'running' | 'shut down';

/**
 * Reads the messages of a client and hands on those that the protocol allows at the time, with parameters of a form that
 * the library can take apart. It answers the other requests itself, and drops the other notifications.
 */
export function protocolGate(
  reader: MessageReader,
  writer: MessageWriter,
  /** Whether a process can be seen from here: the library ends a server whose client it does not see. */
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

/** One with a method that is not a name is none for the library, which would leave it without an answer. */
function isRequest(message: Message): message is RequestMessage {
  return Message.isRequest(message) || (isRecord(message) && 'method' in message && 'id' in message);
}

/** No parameters, as many clients spell it; the library would hand the null to its handlers. */
function withoutNull<T extends Message>(message: T): T {
  if (!('params' in message) || message.params !== null) return message;
  const { params: _, ...rest } = message;
  return rest as unknown as T;
}

/** Without the process of a client in another container, or of another user. */
function withVisibleProcess(message: RequestMessage, isVisible: (id: number) => boolean): RequestMessage {
  const { params } = message;
  if (!isRecord(params) || typeof params['processId'] !== 'number' || isVisible(params['processId']))
    return message;
  return { ...message, params: { ...params, processId: null } };
}
