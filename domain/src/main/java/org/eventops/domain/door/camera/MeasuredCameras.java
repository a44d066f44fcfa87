package org.eventops.domain.door.camera;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;

/** Counts how often a camera opens, and how often it does not. */
public final class MeasuredCameras implements Cameras {
    private final Cameras cameras;
    private final Meter meter;

    public MeasuredCameras(Cameras cameras, Meter meter) {
        this.cameras = cameras;
        this.meter = meter;
    }

    @Override
    public FrameSource open(String source) throws IOException {
        long begun = meter.begin();
        try {
            FrameSource open = cameras.open(source);
            meter.done(Operation.CAMERA, begun);
            return open;
        } catch (IOException | RuntimeException | Error e) {
            meter.failed(Operation.CAMERA, begun, Failure.of(e).kind());
            throw e;
        }
    }

    @Override
    public List<CameraDevice> devices() {
        return cameras.devices();
    }

    @Override
    public Optional<Torch> torch(String source) {
        return cameras.torch(source);
    }

    @Override
    public CodeReading reader() {
        return cameras.reader();
    }
}
