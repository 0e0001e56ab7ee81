package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The same over HTTP: pages one after another, then the pulls, several at a time as a browser does. */
final class SyncOverHttp {

    private final Api api;
    private final Person person;
    private final Frame frame;

    /** @param keyPrefix of the messages of this run */
    SyncOverHttp(Api api, Person person, String keyPrefix) {
        this.api = api;
        this.person = person;
        this.frame = new Frame(keyPrefix);
    }

    double run(SyncedPage.Position position, MissedMessages missed) {
        long begun = System.nanoTime();
        List<Long> holes = new ArrayList<>();
        String after = null;
        do {
            SyncedPage page = SyncedPage.read(read(api.bytes(person, position.query(after))));
            for (SyncedPage.Moved moved : page.conversations()) {
                if (missed.takeLast(moved)) {
                    holes.add(moved.id);
                }
            }
            after = page.next();
        } while (after != null);
        while (!holes.isEmpty()) {
            holes = pull(holes, missed);
        }
        if (!missed.isComplete()) {
            throw new IllegalStateException(missed.missing() + " entries are missing after a sync over HTTP");
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private List<Long> pull(List<Long> holes, MissedMessages missed) {
        List<Callable<byte[]>> requests = new ArrayList<>();
        for (long id : holes) {
            String path = "/api/conversations/" + id + "/entries?after=" + missed.after(id) + "&limit=200";
            requests.add(() -> api.bytes(person, path));
        }
        List<byte[]> answers = Api.all(requests);
        List<Long> left = new ArrayList<>();
        for (int i = 0; i < holes.size(); i++) {
            if (missed.takePulled(holes.get(i), PulledPage.read(read(answers.get(i))))) {
                left.add(holes.get(i));
            }
        }
        return left;
    }

    private Frame read(byte[] json) {
        frame.read(json, 0, json.length);
        return frame;
    }
}
