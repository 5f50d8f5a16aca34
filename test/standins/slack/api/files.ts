/** files.getUploadURLExternal, the upload itself, files.completeUploadExternal, and downloads. */
import { type Fields, isFields } from '../blocks/check.ts';
import type { SlackFile } from '../world/model.ts';
import { wireFile } from '../world/wire.ts';
import { type Method, type MethodCall, type Slack, SlackFailure } from './call.ts';
import { postAs, threadOf, writableChannel } from './chat.ts';

interface Upload {
  id: string;
  name: string;
  length: number;
  content: Buffer | undefined;
}

export interface Files {
  methods: Record<string, Method>;
  /** Takes the bytes sent to an upload URL; the answer's status and text. */
  receive: (id: string, content: Buffer) => { status: number; text: string };
  /** A file's bytes for whoever shows the app's token. */
  download: (id: string, authorization: string | undefined) => { status: number; file?: SlackFile };
}

export function createFiles(slack: () => Slack): Files {
  const uploads = new Map<string, Upload>();

  function getUrl({ args }: MethodCall): Fields {
    const name = args.need('filename');
    const length = args.whole('length', 0);
    if (length === 0) throw new SlackFailure('invalid_arguments');
    const id = slack().world.nextId('F');
    uploads.set(id, { id, name, length, content: undefined });
    return { upload_url: `${slack().url()}/upload/v1/${id}`, file_id: id };
  }

  function complete({ args }: MethodCall): Fields {
    const { world, url } = slack();
    const wanted = args.json('files');
    if (!Array.isArray(wanted) || wanted.length === 0) throw new SlackFailure('invalid_arguments');
    const channelId = args.text('channel_id') ?? args.text('channels');
    const channel = channelId === undefined ? undefined : writableChannel(world, channelId);
    const threadTs = channel === undefined ? undefined : threadOf(world, channel, args.text('thread_ts'));
    const files = wanted.map((entry): SlackFile => {
      const upload = uploads.get(isFields(entry) ? String(entry.id) : '');
      if (upload?.content === undefined) throw new SlackFailure('file_not_found');
      const title = isFields(entry) && typeof entry.title === 'string' ? entry.title : upload.name;
      return {
        id: upload.id,
        name: upload.name,
        title,
        mimetype: 'text/plain',
        content: upload.content,
        user: world.app.botUserId,
      };
    });
    for (const file of files) world.files.set(file.id, file);
    if (channel !== undefined) {
      postAs(slack(), 'files.completeUploadExternal', {
        channel: channel.id,
        text: args.text('initial_comment') ?? '',
        threadTs,
        files,
      });
    } else {
      world.record({ kind: 'file', via: 'files.completeUploadExternal', args: { files: files.map(({ id }) => id) } });
    }
    return { files: files.map((file) => wireFile(file, url())) };
  }

  return {
    methods: {
      'files.getUploadURLExternal': { scopes: ['files:write'], run: getUrl },
      'files.completeUploadExternal': { scopes: ['files:write'], takesJson: true, run: complete },
    },
    receive: (id, content) => {
      const upload = uploads.get(id);
      if (upload === undefined) return { status: 404, text: 'not found' };
      if (content.length !== upload.length) return { status: 400, text: 'size mismatch' };
      upload.content = content;
      return { status: 200, text: `OK - ${content.length}` };
    },
    download: (id, authorization) => {
      const { world } = slack();
      const file = world.files.get(id);
      const isAllowed = authorization === `Bearer ${world.app.botToken}` && world.app.scopes.has('files:read');
      // Without a good token Slack leads to its login page.
      if (!isAllowed) return { status: 302 };
      return file === undefined ? { status: 404 } : { status: 200, file };
    },
  };
}
