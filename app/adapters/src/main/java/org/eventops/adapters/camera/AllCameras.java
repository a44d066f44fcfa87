package org.eventops.adapters.camera;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.door.camera.CameraDevice;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.camera.CodeReading;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.Torch;

/** Cameras, streams and videos through FFmpeg, pictures through Java; codes through ZXing. */
public final class AllCameras implements Cameras {
    @Override
    public FrameSource open(String source) throws IOException {
        return FrameSources.open(source);
    }

    @Override
    public List<CameraDevice> devices() {
        return SystemCameras.all().stream().map(SystemCameras.Listed::told).toList();
    }

    @Override
    public Optional<Torch> torch(String source) {
        return PhoneTorch.of(source).map(torch -> torch);
    }

    @Override
    public CodeReading reader() {
        return new CodeReader();
    }
}
