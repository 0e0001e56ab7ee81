package org.qiao.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qiao.account.Guests;
import org.qiao.platform.Actor;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;

/**
 * Uploaded files. An upload belongs to its uploader until something refers to it; then the referring module decides who may
 * see it and asks for a {@link Ticket} or a {@link Thumbnail} here.
 */
@Service
public class Files {

    private static final int SOUND_MAX = 32 << 20;
    private static final Duration DAY = Duration.ofDays(1);

    private final FileStore store;
    private final BlobFolder folder;
    private final UploadLimits limits;
    private final PictureReader pictures;
    private final Tickets tickets;
    private final Guests guests;
    private final Clock clock;

    Files(
            FileStore store,
            BlobFolder folder,
            UploadLimits limits,
            PictureReader pictures,
            Tickets tickets,
            Guests guests,
            Clock clock) {
        this.store = store;
        this.folder = folder;
        this.limits = limits;
        this.pictures = pictures;
        this.tickets = tickets;
        this.guests = guests;
        this.clock = clock;
    }

    /** The actor's own upload; anybody else's looks like a missing one. */
    public FileView requireOwn(Actor actor, long id) {
        return store.findOwn(actor, id)
                .orElseThrow(FileProblem.NOT_FOUND::problem)
                .view();
    }

    /** Those of the ids that are uploads of the actor. */
    public Map<Long, FileView> own(Actor actor, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : views(store.findAll(actor.orgId(), ids, actor.principalId()));
    }

    /** Those of the ids that are files of this company. The caller has checked who may see them. */
    public Map<Long, FileView> describe(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : views(store.findAll(orgId, ids, null));
    }

    private static Map<Long, FileView> views(List<StoredFile> found) {
        return found.stream().map(StoredFile::view).collect(Collectors.toMap(FileView::id, view -> view));
    }

    /** A file of this company. The caller has checked who may see it. */
    public FileView describe(long orgId, long id) {
        return get(orgId, id).view();
    }

    /** A link for this person. The caller has checked that the person may see the file. */
    public Ticket ticket(Actor actor, long id) {
        get(actor.orgId(), id);
        return tickets.issue(actor.principalId(), id, clock.instant());
    }

    /**
     * A link for a customer. It opens without his token, which no browser would send along, for as long as others live; not once he
     * is blocked. The caller has checked that he may see the file.
     */
    public Ticket guestTicket(Actor guest, long id) {
        get(guest.orgId(), id);
        return tickets.issueToGuest(guest.orgId(), guest.principalId(), id, clock.instant());
    }

    /** The preview of a picture; refused like a missing file when there is none. The caller has checked who may see it. */
    public Thumbnail thumbnail(long orgId, long id) {
        StoredFile file = get(orgId, id);
        if (file.blob().thumbnail() == null) {
            throw FileProblem.NOT_FOUND.problem();
        }
        return new Thumbnail(
                new FileSystemResource(folder.thumbnail(orgId, file.sha256())),
                MediaType.parseMediaType(file.blob().thumbnail()),
                file.version());
    }

    /** The whole content; refused like a missing file when it has more bytes than {@code most}. The caller has checked who may know it. */
    public byte[] read(long orgId, long id, int most) {
        StoredFile file = get(orgId, id);
        if (file.blob().size() > most) {
            throw FileProblem.NOT_FOUND.problem();
        }
        try {
            return java.nio.file.Files.readAllBytes(folder.path(orgId, file.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A recording to be played; refused like a missing file when it is no sound or has more than 32 MB. The caller has checked who may hear it. */
    public Sound sound(long orgId, long id) {
        StoredFile file = get(orgId, id);
        if (!file.blob().type().startsWith("audio/") || file.blob().size() > SOUND_MAX) {
            throw FileProblem.NOT_FOUND.problem();
        }
        return new Sound(
                new FileSystemResource(folder.path(orgId, file.sha256())),
                MediaType.parseMediaType(file.blob().type()));
    }

    /** Stores what the program itself made or received, under the same limits as an upload. */
    public FileView store(Actor actor, String name, InputStream content) {
        return store(actor, name, content, Upload.UNKNOWN_LENGTH);
    }

    /** Stores what the program made for somebody, whatever he has used up; refused only when the disk is full. */
    public FileView storeMade(Actor owner, String name, InputStream content) {
        try (UploadLimits.Slot slot = limits.enterAsProgram()) {
            return receive(slot, owner, name, content, Upload.UNKNOWN_LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the content; refused like a missing file. The caller has checked who may know it. */
    public void copy(long orgId, long id, OutputStream out) throws IOException {
        java.nio.file.Files.copy(folder.path(orgId, get(orgId, id).sha256()), out);
    }

    /**
     * What somebody sends, or a program in his name; file.length_required unless it says how long it is.
     *
     * @param length negative when nothing was said
     */
    public FileView upload(Actor actor, String name, InputStream content, long length) {
        requireLength(length);
        return store(actor, name, content, length);
    }

    /** The same for a customer, with limits of his own. */
    FileView uploadAsGuest(Actor guest, String name, InputStream content, long length) {
        requireLength(length);
        try (UploadLimits.Slot slot =
                limits.enterAsGuest(guest, length, clock.instant().minus(DAY))) {
            return receive(slot, guest, name, content, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireLength(long length) {
        if (length < 0) {
            throw FileProblem.LENGTH_REQUIRED.problem();
        }
    }

    /**
     * Streams an upload to disk. The row is written last, after the bytes are safe on disk, so a file that can be named is whole.
     *
     * @param length announced size in bytes; another number of bytes is refused
     */
    FileView store(Actor actor, String name, InputStream content, long length) {
        try (UploadLimits.Slot slot = limits.enter(actor, length)) {
            return receive(slot, actor, name, content, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileView receive(UploadLimits.Slot slot, Actor actor, String name, InputStream content, long length)
            throws IOException {
        String clean = FileName.clean(name);
        try (Upload upload = folder.receive(content, slot.most())) {
            if (length != Upload.UNKNOWN_LENGTH && upload.size() != length) {
                throw FileProblem.INCOMPLETE.problem();
            }
            return keep(actor, clean, upload);
        }
    }

    /** Opens what a ticket names for the person it was made for. */
    StoredFile open(Actor actor, String ticket) {
        long id = tickets.open(ticket, actor.principalId(), clock.instant());
        return get(actor.orgId(), id);
    }

    /** Opens what a customer's ticket names. */
    StoredFile openAsGuest(String ticket) {
        Tickets.GuestClaim claim = tickets.openOfGuest(ticket, clock.instant());
        if (!guests.find(claim.orgId(), claim.principalId())
                .map(Guests.Face::enabled)
                .orElse(false)) {
            throw FileProblem.NOT_FOUND.problem();
        }
        return get(claim.orgId(), claim.fileId());
    }

    private FileView keep(Actor actor, String name, Upload upload) throws IOException {
        byte[] hash = upload.sha256();
        try (ContentTurns.Turn _ = folder.turn(hash)) {
            Blob known = store.findBlob(actor.orgId(), hash).orElse(null);
            if (known != null && folder.holds(actor.orgId(), hash)) {
                return store.add(actor, name, hash, known, clock.instant());
            }
        }
        Picture picture = pictures.read(upload.file(), FileType.sniff(upload.file()));
        Blob blob = picture.blob(upload.size());
        try (ContentTurns.Turn _ = folder.turn(hash);
                BlobFolder.Intent intent = folder.keep(actor.orgId(), upload, picture.thumbnail())) {
            FileView view = store.add(actor, name, hash, blob, clock.instant());
            intent.fulfilled();
            return view;
        }
    }

    private StoredFile get(long orgId, long id) {
        return store.find(orgId, id).orElseThrow(FileProblem.NOT_FOUND::problem);
    }
}
