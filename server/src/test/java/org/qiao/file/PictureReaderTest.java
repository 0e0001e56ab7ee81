package org.qiao.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {

    private final PictureReader reader = new PictureReader();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1200, 800, 480, 320",
        "800, 1600, 240, 480",
        "100, 50, 100, 50",
        "4000, 10, 480, 1",
        "481, 481, 480, 480"
    })
    void aPreviewFitsInto480PixelsAndIsNeverLarger(int width, int height, int small, int smallHeight)
            throws IOException {
        Picture picture = read(Samples.jpeg(width, height));

        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        BufferedImage preview = preview(picture);
        assertThat(preview.getWidth()).isEqualTo(small);
        assertThat(preview.getHeight()).isEqualTo(smallHeight);
    }

    @Test
    void transparencyStays() throws IOException {
        Picture picture = read(Samples.image("png", 900, 900, BufferedImage.TYPE_INT_ARGB));

        assertThat(Objects.requireNonNull(picture.thumbnail()).type()).isEqualTo("image/png");
        assertThat(preview(picture).getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void ofAGifTheFirstFrameIsShown() throws IOException {
        Picture picture = read(Samples.image("gif", 600, 300, BufferedImage.TYPE_INT_RGB));

        assertThat(picture.type()).isEqualTo("image/gif");
        assertThat(preview(picture).getWidth()).isEqualTo(480);
    }

    /** The sample is red on the left and blue on the right; the list says where red is when the picture is held upright. */
    @ParameterizedTest
    @CsvSource({
        "1, LEFT",
        "2, RIGHT",
        "3, RIGHT",
        "4, LEFT",
        "5, TOP",
        "6, TOP",
        "7, BOTTOM",
        "8, BOTTOM",
        "9, LEFT",
        "0, LEFT"
    })
    void thePreviewStandsUprightHoweverTheCameraWasHeld(int orientation, String red) throws IOException {
        Picture picture = read(Samples.jpegWithExif(400, 200, orientation));
        BufferedImage preview = preview(picture);

        boolean sideways = red.equals("TOP") || red.equals("BOTTOM");
        assertThat(picture.width()).isEqualTo(sideways ? 200 : 400);
        assertThat(preview.getWidth()).isEqualTo(sideways ? 200 : 400);
        int x = red.equals("RIGHT") ? 350 : 50;
        int y = red.equals("BOTTOM") ? 350 : 50;
        Color color = new Color(preview.getRGB(x, y));
        assertThat(color.getRed()).isGreaterThan(200);
        assertThat(color.getBlue()).isLessThan(60);
    }

    @Test
    void nothingOfTheMetadataReachesThePreview() throws IOException {
        byte[] original = Samples.jpegWithExif(800, 400, 6);
        Picture picture = read(original);

        assertThat(new String(original, ISO_8859_1)).contains("GPS-SECRET-PLACE");
        assertThat(new String(Objects.requireNonNull(picture.thumbnail()).bytes(), ISO_8859_1))
                .doesNotContain("GPS-SECRET-PLACE")
                .doesNotContain("Exif");
    }

    @Test
    void anEnormousPictureIsMeasuredButNeverDecoded() throws IOException {
        Picture png = read(Samples.pngClaiming(30_000, 30_000));
        Picture flat = read(Samples.pngClaiming(2_000_000_000, 1));
        Picture gif = read(Samples.gifClaiming(30_000, 30_000));

        assertThat(png.width()).isEqualTo(30_000);
        assertThat(png.thumbnail()).isNull();
        assertThat(flat.thumbnail()).isNull();
        assertThat(gif.thumbnail()).isNull();
    }

    @Test
    void aWebpPictureIsMeasuredAndHasNoPreview() throws IOException {
        Picture picture = read(Samples.webp(1234, 567));

        assertThat(picture.width()).isEqualTo(1234);
        assertThat(picture.height()).isEqualTo(567);
        assertThat(picture.thumbnail()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 30, 100, 300, 600})
    void aTruncatedPictureHasAPreviewOrNoneButNeverFails(int kept) throws IOException {
        byte[] jpeg = Samples.jpeg(640, 480);
        byte[] png = Samples.png(640, 480);

        assertThat(read(Arrays.copyOf(jpeg, kept)).type()).isNotEmpty();
        assertThat(read(Arrays.copyOf(png, kept)).type()).isNotEmpty();
    }

    @Test
    void flippedBytesNeverFailEither() throws IOException {
        Random random = new Random(7);
        byte[][] originals = {
            Samples.jpegWithExif(200, 100, 6),
            Samples.png(200, 100),
            Samples.image("gif", 200, 100, BufferedImage.TYPE_INT_RGB),
            Samples.image("bmp", 200, 100, BufferedImage.TYPE_INT_RGB)
        };
        for (int i = 0; i < 400; i++) {
            byte[] broken = originals[i % originals.length].clone();
            for (int flips = 0; flips < 8; flips++) {
                broken[random.nextInt(Math.min(broken.length, 400))] = (byte) random.nextInt();
            }
            assertThat(read(broken).type()).isNotEmpty();
        }
    }

    private Picture read(byte[] content) throws IOException {
        Path file = folder.resolve("picture");
        Files.write(file, content);
        return reader.read(file, FileType.sniff(file));
    }

    private static BufferedImage preview(Picture picture) throws IOException {
        byte[] bytes = Objects.requireNonNull(picture.thumbnail()).bytes();
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
