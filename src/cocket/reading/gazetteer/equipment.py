"""Nouns for machines, instruments and components such as the unified list names outside its materials.

Whatever kind they are called, a person has to look: no entry of the lawbook names them. A word is here only if it is
told apart from household goods by itself ("vacuum pump", but not "pump"). The codes say which part of the list it is.
"""

from typing import Final

# Words for equipment of any sort, of a kitchen as of a laboratory.
GENERAL: Final = (
    "equipment, machine, machinery, furnace, apparatus, 设备, 机器, 装置, 生产线, 炉, 压机, 顶压机,"
    " 六面顶压机, 机床, 数控机床"
)
_SECTIONS: Final = (
    # 1A, 1B
    (
        "radiation shielding window, shielding window, lead glass window, filament winding machine,"
        " tape laying machine, fibre placement machine, fiber placement machine, 屏蔽窗, 辐射屏蔽窗,"
        " 铅玻璃窗, 纤维缠绕机, 铺带机, 编织机"
    ),
    # 2A, 2B: machine tools
    (
        "machine tool, machining centre, machining center, lathe, milling machine, grinding machine, 车床,"
        " 铣床, 磨床, 加工中心"
    ),
    # 2A, 2B: valves, presses, measuring machines
    (
        "bellows valve, bellows sealed valve, bellow valve, isostatic press, hot isostatic press,"
        " cold isostatic press, chemical vapour deposition furnace, chemical vapor deposition furnace,"
        " coordinate measuring machine, cmm, 波纹管阀, 波纹管密封阀, 等静压机, 热等静压机, 冷等静压机,"
        " 等静压压力机, 化学气相沉积炉, 坐标测量机, 三坐标测量机"
    ),
    # 2A, 2B: testing, forming, handling
    (
        "vibration table, vibration test system, shaker table, flow forming machine, spin forming machine,"
        " spinning machine, balancing machine, remote manipulator, master slave manipulator, 振动台,"
        " 振动试验系统, 滚压成形机, 旋压机, 旋压成形机, 平衡机, 动平衡机, 机械手, 遥控机械手"
    ),
    # 2A, 2B: furnaces
    (
        "induction furnace, vacuum furnace, vacuum induction furnace, arc furnace, electron beam furnace,"
        " single crystal casting furnace, 感应炉, 真空炉, 真空感应炉, 电弧炉, 电子束熔炼炉, 定向凝固炉,"
        " 单晶炉"
    ),
    # 2A, 2B: pressure and vacuum
    (
        "pressure transducer, pressure transmitter, pressure sensor, centrifuge, vacuum pump, scroll pump,"
        " scroll vacuum pump, scroll compressor, magnetic drive pump, canned pump, 压力变送器, 压力传感器,"
        " 离心机, 真空泵, 涡旋泵, 涡旋真空泵, 磁力泵, 屏蔽泵"
    ),
    # 2A, 2B: robots
    ("industrial robot, robot arm, industrial robot arm, robotic arm, 工业机器人, 机械臂"),
    # 2B: chemical plant
    (
        "glass lined reactor, glass lined reactor vessel, glass lined vessel, heat exchanger,"
        " distillation column, toxic gas monitor, toxic gas detector, 搪玻璃反应釜, 搪瓷反应釜, 反应釜,"
        " 热交换器, 换热器, 蒸馏塔, 毒气监测器, 有毒气体检测仪"
    ),
    # 2B: biological plant
    (
        "fermenter, fermentor, bioreactor, freeze dryer, lyophilizer, lyophiliser, biosafety cabinet,"
        " tangential flow filtration system, cross flow filtration system, 发酵罐, 生物反应器, 冷冻干燥机,"
        " 冻干机, 生物安全柜, 切向流过滤系统"
    ),
    # 3A: converters, capacitors, magnets and power supplies
    (
        "analog to digital converter, analogue to digital converter, adc, pulse capacitor,"
        " pulse discharge capacitor, energy storage capacitor, superconducting magnet,"
        " superconducting solenoid, frequency converter, frequency changer, variable frequency drive,"
        " high voltage power supply, high voltage dc power supply, 模数转换器, 脉冲电容器, 储能电容器,"
        " 超导磁体, 变频器, 高压电源, 高压直流电源"
    ),
    # 3A: switches, detonators, neutrons and masses
    (
        "thyratron, krytron, krytron switch, sprytron, spark gap, triggered spark gap, detonator,"
        " detonating cap, pulse generator, neutron generator, neutron generator tube, neutron tube,"
        " mass spectrometer, icp ms, 闸流管, 火花隙, 触发火花隙, 雷管, 脉冲发生器, 中子发生器, 中子管, 质谱仪"
    ),
    # 4A, 5A
    (
        "supercomputer, supercomputer node, high performance computer, analog computer, telemetry system,"
        " telemetry transmitter, cipher machine, encryption machine, encryption device, security chip,"
        " crypto chip, vpn gateway, vpn device, 超级计算机, 高性能计算机, 遥测设备, 遥测发射机, 密码机,"
        " 加密机, 安全芯片, 加密芯片, 密码卡, 加密卡"
    ),
    # 6A
    (
        "laser, fibre laser, fiber laser, laser diode, laser diode module, laser module, thermal imager,"
        " infrared camera, infrared camera core, thermal camera core, thermal camera, infrared detector,"
        " night vision device, high speed camera, streak camera, streak tube, framing camera,"
        " photomultiplier, photomultiplier tube, velocity interferometer, oscilloscope, radar, sonar, 激光器,"
        " 光纤激光器, 激光二极管, 激光模组, 热像仪, 红外热像仪, 红外相机, 红外探测器, 夜视仪, 高速相机,"
        " 条纹相机, 分幅相机, 光电倍增管, 示波器, 雷达, 声呐"
    ),
    # 7A
    (
        "gyroscope, accelerometer, inertial measurement unit, inertial navigation system, gps receiver,"
        " gps receiver module, gps module, gnss module, gnss receiver module, gnss receiver,"
        " satellite navigation receiver, altimeter, radar altimeter, autopilot, flight controller,"
        " flight control computer, star tracker, gyrocompass, stabilised platform, stabilized platform,"
        " 陀螺仪, 加速度计, 惯性测量单元, 惯导系统, 卫星导航接收机, 高度表, 雷达高度表, 自动驾驶仪, 飞控,"
        " 飞控计算机, 星敏感器, 陀螺罗盘, 稳定平台"
    ),
    # 8A, 9A, 9B
    (
        "dredger, cutter suction dredger, turbofan, turbofan engine, turbojet, turbojet engine, jet engine,"
        " gas turbine engine, ramjet engine, rocket engine, rocket motor, wind tunnel, engine test stand,"
        " servo valve, 挖泥船, 绞吸式挖泥船, 涡扇发动机, 涡喷发动机, 喷气发动机, 燃气轮机, 冲压发动机,"
        " 火箭发动机, 风洞, 试车台, 伺服阀"
    ),
    # 0A
    (
        "water cannon, high pressure water cannon, drone jammer, anti drone jammer, anti drone system,"
        " jammer, space suit visor, 水炮, 高压水炮, 无人机反制设备, 反无人机系统, 干扰器, 航天服面窗"
    ),
    # arms
    (
        "explosive, 炸药, silencer, sound suppressor, 消音器, rifle, shotgun, pistol, firearm, ammunition,"
        " cartridge, warhead, missile, grenade, 步枪, 手枪, 猎枪, 枪支, 弹药, 子弹, 弹头, 导弹"
    ),
)
GENERAL_WORDS: Final = frozenset(GENERAL.split(", "))
EQUIPMENT: Final = ", ".join((GENERAL, *_SECTIONS))
SOFTWARE: Final = "software, firmware, source code, 软件, 固件, 源代码, 控制软件"
