package org.eventops.adapters.camera;

import java.io.IOException;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.camera.CodeReading;
import org.eventops.domain.door.camera.FrameSource;

/** Cameras, streams and videos through FFmpeg, pictures through Java; codes through ZXing. */
public final class AllCameras implements Cameras {
    @Override
    public FrameSource open(String source) throws IOException {
        return FrameSources.open(source);
    }

    @Override
    public CodeReading reader() {
        return new CodeReader();
    }
}
