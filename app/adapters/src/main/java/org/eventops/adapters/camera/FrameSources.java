package org.eventops.adapters.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.domain.door.camera.FrameSource;

/** Opens what a person names: {@code camera:0}, a picture, a video file, or a URL. */
public final class FrameSources {
    private static final Pattern CAMERA = Pattern.compile("camera:(\\d{1,2})");
    private static final Pattern URL = Pattern.compile("[a-z][a-z0-9+]{1,9}://.*");
    private static final Pattern PICTURE = Pattern.compile(".*\\.(png|jpe?g|gif|bmp)");

    private FrameSources() {}

    /**
     * @throws NoSuchFileException if there is no such file
     * @throws IOException if it cannot be opened
     */
    public static FrameSource open(String source) throws IOException {
        String name = source.toLowerCase(Locale.ROOT);
        Matcher camera = CAMERA.matcher(name);
        if (camera.matches()) {
            return camera(Integer.parseInt(camera.group(1)));
        }
        if (URL.matcher(name).matches()) {
            return StreamSource.address(source, true);
        }
        Path file = file(source);
        return PICTURE.matcher(name).matches()
                ? new PictureSource(file)
                : StreamSource.address(file.toString(), false);
    }

    private static Path file(String source) throws IOException {
        try {
            Path file = Path.of(source);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IOException(source, e);
        }
        throw new NoSuchFileException(source);
    }

    private static FrameSource camera(int number) throws IOException {
        String format = SystemCameras.format();
        String device =
                SystemCameras.device(number)
                        .orElseGet(
                                () ->
                                        format.equals("v4l2")
                                                ? "/dev/video" + number
                                                : Integer.toString(number));
        return StreamSource.device(format.equals("dshow") ? "video=" + device : device, format);
    }
}
