"""Jobs that the worker and the command line can do. Standard library only, Python 3.9+.

A job is a frozen dataclass whose values are checked when it is made: InputError names the first
field with an invalid value. ``name`` is the job's name in requests and on the command line,
``result`` the class of its result. Results are in ``results``; the files of each job in
``core/outputs/job_files.py``. ``overwrite`` allows a job to replace its existing outputs.
"""

from __future__ import annotations

from typing import Any, Union, get_args

from .data_jobs import SAR_OUTPUTS as SAR_OUTPUTS
from .data_jobs import STYLES as STYLES
from .data_jobs import InspectJob as InspectJob
from .data_jobs import SimulateJob as SimulateJob
from .data_jobs import Spacenet6Job as Spacenet6Job
from .devices import AUTO as AUTO
from .devices import DEVICES as DEVICES
from .devices import INT8 as INT8
from .devices import PREDICTION_DEVICES as PREDICTION_DEVICES
from .extract_jobs import BuildingJob as BuildingJob
from .extract_jobs import ClusterJob as ClusterJob
from .extract_jobs import ExtractJob as ExtractJob
from .extract_jobs import JoinJob as JoinJob
from .extract_jobs import OutlineJob as OutlineJob
from .extract_jobs import OutlinePartJob as OutlinePartJob
from .extract_jobs import PartJob as PartJob
from .model_jobs import COMPLETE as COMPLETE
from .model_jobs import EFFORTS as EFFORTS
from .model_jobs import FROM_OPTICAL as FROM_OPTICAL
from .model_jobs import LABELS_QUALITIES as LABELS_QUALITIES
from .model_jobs import PARTIAL as PARTIAL
from .model_jobs import CheckJob as CheckJob
from .model_jobs import EvaluateJob as EvaluateJob
from .model_jobs import ExportJob as ExportJob
from .model_jobs import FinetuneJob as FinetuneJob
from .model_jobs import LabelNextJob as LabelNextJob
from .model_jobs import TrainJob as TrainJob
from .polygon_jobs import CompareJob as CompareJob
from .polygon_jobs import OsmJob as OsmJob
from .polygon_jobs import RegulariseJob as RegulariseJob
from .scene_input import AREA_CONTEXT as AREA_CONTEXT
from .scene_input import OPTICAL_BANDS as OPTICAL_BANDS
from .scene_input import POLARISATIONS as POLARISATIONS
from .scene_input import RADIOMETRIES as RADIOMETRIES
from .scene_input import TILE_CONTEXT as TILE_CONTEXT
from .scene_input import Area as Area
from .scene_input import SceneInput as SceneInput
from .training_settings import DISTANCES as DISTANCES
from .training_settings import SCHEDULES as SCHEDULES
from .training_settings import SCOPES as SCOPES
from .training_settings import STRIDE as STRIDE
from .training_settings import LossSettings as LossSettings
from .training_settings import TrainingSettings as TrainingSettings

Job = Union[
    ExtractJob,
    PartJob,
    OutlinePartJob,
    JoinJob,
    ClusterJob,
    BuildingJob,
    OutlineJob,
    RegulariseJob,
    OsmJob,
    CompareJob,
    LabelNextJob,
    EvaluateJob,
    InspectJob,
    TrainJob,
    FinetuneJob,
    CheckJob,
    SimulateJob,
    Spacenet6Job,
    ExportJob,
]
JOBS: dict[str, Any] = {job.name: job for job in get_args(Job)}
