package org.qiao.groupguard;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.qiao.customergroup.GroupPicture;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.groupguard.Incidents.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Looks for QR codes in customers' pictures where a rule asks for it: in the preview, which is small and made by us. */
@Component
class QrPictures {

    private static final Logger LOG = LoggerFactory.getLogger(QrPictures.class);

    private final GuardBook book;
    private final Files files;
    private final Incidents incidents;

    QrPictures(GuardBook book, Files files, Incidents incidents) {
        this.book = book;
        this.files = files;
        this.incidents = incidents;
    }

    @ApplicationModuleListener
    void on(GroupPicture sent) {
        Optional<GuardRule> rule = book.of(sent.orgId(), sent.groupId()).stream()
                .map(GuardBook.Ready::rule)
                .filter(active -> active.content().qr())
                .findFirst();
        if (rule.isEmpty()) {
            return;
        }
        FileView file = files.describe(sent.orgId(), sent.fileId());
        if (file.thumbnail() && holdsCode(sent)) {
            incidents.handle(new Incident(
                    sent.orgId(), sent.groupId(), sent.customerId(), rule.get().id(), GuardTrigger.QR));
        }
    }

    private boolean holdsCode(GroupPicture sent) {
        try (InputStream content =
                files.thumbnail(sent.orgId(), sent.fileId()).content().getInputStream()) {
            BufferedImage image = ImageIO.read(content);
            return image != null && holdsCode(image);
        } catch (IOException e) {
            LOG.warn("A picture could not be looked at for codes", e);
            return false;
        }
    }

    static boolean holdsCode(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return new QRCodeMultiReader()
                            .decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                            .length
                    > 0;
        } catch (NotFoundException nothing) {
            return false;
        } catch (RuntimeException odd) { // an edge: the library stumbles over some pictures, which must stop nothing
            LOG.warn(
                    "A picture could not be looked at for codes: {}",
                    odd.getClass().getName());
            return false;
        }
    }
}
