package org.eventops.adapters.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfo;
import org.bytedeco.ffmpeg.avdevice.AVDeviceInfoList;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avdevice;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.eventops.domain.door.camera.CameraDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cameras of this machine as FFmpeg's devices have them. */
final class SystemCameras {
    private static final Pattern NUMBER = Pattern.compile("(?:/dev/video)?(\\d{1,2})");

    private static final Logger LOG = LoggerFactory.getLogger(SystemCameras.class);

    private SystemCameras() {}

    /**
     * @param number by which people name it
     * @param device as FFmpeg opens it
     */
    record Listed(int number, String device, String name) {
        CameraDevice told() {
            return new CameraDevice("camera:" + number, name);
        }

        /** Where the system gives numbers of its own, as in {@code /dev/video2}, they are kept. */
        static Listed of(int place, String device, String name) {
            Matcher own = NUMBER.matcher(device);
            return new Listed(own.matches() ? Integer.parseInt(own.group(1)) : place, device, name);
        }
    }

    /** What FFmpeg calls the cameras of this system. */
    static String format() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "dshow";
        }
        return system.startsWith("mac") ? "avfoundation" : "v4l2";
    }

    /** The device of this number; empty where the system does not list it. */
    static Optional<String> device(int number) {
        return all().stream()
                .filter(each -> each.number() == number)
                .map(Listed::device)
                .findFirst();
    }

    static List<Listed> all() {
        try {
            return listed();
        } catch (LinkageError e) {
            // FFmpeg's devices want a library that this system lacks, such as libpulse on a bare
            // Linux; a camera there gives no picture either, which is said where it is opened.
            LOG.warn("cameras cannot be listed", e);
            return List.of();
        }
    }

    private static List<Listed> listed() {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        avdevice.avdevice_register_all();
        AVInputFormat format = avformat.av_find_input_format(format());
        if (format == null) {
            return List.of();
        }
        try (PointerPointer<AVDeviceInfoList> held = new PointerPointer<>(1)) {
            held.put(0, null);
            int found =
                    avdevice.avdevice_list_input_sources(
                            format, (BytePointer) null, (AVDictionary) null, held);
            AVDeviceInfoList list = held.get(AVDeviceInfoList.class, 0);
            if (found < 0 || list == null) {
                return List.of();
            }
            List<Listed> all = read(list);
            avdevice.avdevice_free_list_devices(held);
            return all;
        }
    }

    private static List<Listed> read(AVDeviceInfoList list) {
        List<Listed> all = new ArrayList<>();
        for (int i = 0; i < list.nb_devices(); i++) {
            AVDeviceInfo each = list.devices(i);
            if (givesPictures(each)) {
                all.add(
                        Listed.of(
                                all.size(),
                                text(each.device_name()),
                                text(each.device_description())));
            }
        }
        return all;
    }

    /** Microphones stand in the same list; what says nothing of itself is taken for a camera. */
    private static boolean givesPictures(AVDeviceInfo device) {
        for (int i = 0; i < device.nb_media_types(); i++) {
            if (device.media_types().get(i) == avutil.AVMEDIA_TYPE_VIDEO) {
                return true;
            }
        }
        return device.nb_media_types() == 0;
    }

    private static String text(BytePointer pointer) {
        return pointer == null || pointer.isNull() ? "" : pointer.getString();
    }
}
